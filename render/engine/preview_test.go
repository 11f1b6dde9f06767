package engine

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/composite"
	"gitops.video/render/render/engine/internal/encode"
)

func TestPreviewShowsWhatIsDrawn(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{{1920, 1080}, {1080, 1920}, {320, 180}, {1282, 722}} {
		img := image.NewRGBA(image.Rectangle{Max: size})
		left, right := color.RGBA{36, 87, 245, 255}, color.RGBA{255, 178, 36, 255}
		for y := range size.Y {
			for x := range size.X {
				c := left
				if x >= size.X/2 {
					c = right
				}
				img.SetRGBA(x, y, c)
			}
		}
		yuv := make([]uint8, composite.FrameBytes(size))
		composite.ToYUV(yuv, img)
		wants, shown := 0, [][]byte(nil)
		ctx := render.WithPreview(context.Background(), render.Preview{
			Want: func() bool { wants++; return wants == 2 },
			Show: func(b []byte) { shown = append(shown, b) },
		})
		frame := watched(ctx, size, func(int) encode.Frame { return encode.Frame{Pix: yuv} })
		for n := range 3 {
			if got := frame(n).Pix; &got[0] != &yuv[0] {
				t.Fatal("the frame itself was changed")
			}
		}
		if wants != 3 || len(shown) != 1 {
			t.Fatalf("asked %d times, shown %d", wants, len(shown))
		}
		got, err := jpeg.Decode(bytes.NewReader(shown[0]))
		if err != nil {
			t.Fatal(err)
		}
		b := got.Bounds()
		if max(b.Dx(), b.Dy()) > previewSide || b.Dx()*size.Y-b.Dy()*size.X > 3*size.X {
			t.Errorf("%v became %v", size, b)
		}
		for x, want := range map[int]color.RGBA{b.Dx() / 4: left, b.Dx() * 3 / 4: right} {
			r, g, bl, _ := got.At(x, b.Dy()/2).RGBA()
			if off(r, want.R) > 10 || off(g, want.G) > 10 || off(bl, want.B) > 10 {
				t.Errorf("%v: at %d is %d %d %d, want %v", size, x, r>>8, g>>8, bl>>8, want)
			}
		}
	}
}

func off(a uint32, b uint8) int {
	d := int(a>>8) - int(b)
	return max(d, -d)
}

func TestNobodyWatches(t *testing.T) {
	t.Parallel()
	yuv := []uint8{1}
	for _, ctx := range []context.Context{context.Background(), render.WithPreview(context.Background(), render.Preview{})} {
		if got := watched(ctx, image.Pt(2, 2), func(int) encode.Frame { return encode.Frame{Pix: yuv} })(0).Pix; &got[0] != &yuv[0] {
			t.Error("another frame")
		}
	}
}
