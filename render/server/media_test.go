package server_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render/server"
	"gitops.video/render/render/server/outbound"
	"gitops.video/render/render/wire"
)

func picture(t testing.TB, format string) []byte {
	t.Helper()
	img := image.NewPaletted(image.Rect(0, 0, 64, 48), color.Palette{color.Black, color.White})
	var b bytes.Buffer
	var err error
	switch format {
	case "png":
		err = png.Encode(&b, img)
	case "jpeg":
		err = jpeg.Encode(&b, img, nil)
	case "gif":
		err = gif.Encode(&b, img, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bombPNG is a small file whose header promises a picture of the given size.
func bombPNG(w, h uint32) []byte {
	head := make([]byte, 17)
	copy(head, "IHDR")
	binary.BigEndian.PutUint32(head[4:], w)
	binary.BigEndian.PutUint32(head[8:], h)
	head[12], head[13] = 8, 6
	b := append([]byte("\x89PNG\r\n\x1a\n"), 0, 0, 0, 13)
	b = append(b, head...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(head))
}

func b64(b []byte) string { return base64.StdEncoding.EncodeToString(b) }

func upload(media string) string {
	text, _ := json.Marshal([]map[string]string{{"taskType": "mediaStorage", "taskUUID": id(), "operation": "upload", "media": media}})
	return string(text)
}

func TestMediaStorage(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	pic := picture(t, "png")
	src := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) { _, _ = rw.Write(pic) }))
	defer src.Close()
	var last wire.Item
	for _, media := range []string{"data:image/png;base64," + b64(pic), b64(pic), strings.TrimRight(b64(pic), "="), src.URL + "/a.png"} {
		_, r := w.want(upload(media), 200)
		last = r.Data[0]
		w.key = ""
		resp, body := w.request(http.MethodGet, last.MediaURL, nil, nil)
		w.key = aliceKey
		if resp.StatusCode != 200 || body != string(pic) || resp.Header.Get("Content-Type") != "image/png" || resp.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%.30s: %d %v", media, resp.StatusCode, resp.Header)
		}
	}
	_, r := w.want(`[{"taskType":"imageUpload","taskUUID":"`+id()+`","image":"`+b64(pic)+`"}]`, 200)
	if r.Data[0].MediaUUID == "" || r.Data[0].MediaURL == "" {
		t.Errorf("imageUpload: %+v", r.Data[0])
	}
	// Another owner cannot use or delete it.
	del := `[{"taskType":"mediaStorage","taskUUID":"` + id() + `","operation":"delete","mediaUUID":"` + last.MediaUUID + `"}]`
	w.key = bobKey
	w.want(del, 404, "mediaNotFound")
	w.want("["+task(id(), `"inputs":{"image":"`+last.MediaUUID+`"}`)+"]", 400, "invalidInputsImage")
	w.key = aliceKey
	w.want(del, 200)
	w.want(del, 404, "mediaNotFound")
	if resp, _ := w.request(http.MethodGet, last.MediaURL, nil, nil); resp.StatusCode != 404 {
		t.Errorf("deleted media answers %d", resp.StatusCode)
	}
	// Links cannot be changed, and end.
	link := r.Data[0].MediaURL
	if resp, _ := w.request(http.MethodGet, strings.Replace(link, "expires=", "expires=9", 1), nil, nil); resp.StatusCode != 403 {
		t.Errorf("a link made longer answers %d", resp.StatusCode)
	}
	if resp, _ := w.request(http.MethodGet, link, http.Header{"Origin": {"https://elsewhere.example"}}, nil); resp.StatusCode != 200 || resp.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("a page elsewhere cannot show it: %d", resp.StatusCode)
	}
	if resp, body := w.request(http.MethodGet, link, http.Header{"Range": {"bytes=1-3"}}, nil); resp.StatusCode != 206 || body != "PNG" {
		t.Errorf("a range: %d %q", resp.StatusCode, body)
	}
	w.ahead.Store(int64(31 * 24 * time.Hour))
	if resp, _ := w.request(http.MethodGet, link, nil, nil); resp.StatusCode != 404 {
		t.Errorf("an old link answers %d", resp.StatusCode)
	}
}

func TestMediaRefused(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	for name, media := range map[string]string{
		"text":         b64([]byte("hello, this is a text")),
		"page":         "data:image/png;base64," + b64([]byte("<html><script>alert(1)</script>")),
		"svg":          "data:image/svg+xml;base64," + b64([]byte("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")),
		"program":      b64([]byte("\x7fELF\x02\x01\x01")),
		"no base64":    "%%%%",
		"data not b64": "data:image/png,xxxx",
		"data alone":   "data:",
		"bomb":         b64(bombPNG(60000, 60000)),
		"wide bomb":    b64(bombPNG(2_000_000_000, 1)),
		"gif bomb":     b64([]byte("GIF89a\xff\xff\xff\xff\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\xff\xff\xff\xff\x00\x02\x02D\x01\x00;")),
		"webp bomb":    b64([]byte("RIFF\x1e\x00\x00\x00WEBPVP8L\x09\x00\x00\x00\x2f\xff\xff\xff\x0f\x00\x00\x00\x00\x00\x00\x00\x00")),
		"wide webp":    b64([]byte("RIFF\x1e\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff")),
		"bmp bomb":     b64([]byte("BM\x36\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00\x40\x9c\x00\x00\x40\x9c\x00\x00\x01\x00\x18\x00" + strings.Repeat("\x00", 24))),
		"cut":          b64(picture(t, "png")[:20]),
		"scheme":       "file:///etc/passwd",
		"nothing":      "http://127.0.0.1:1/x",
	} {
		if status, text, r := w.post(upload(media)); status != 400 || len(r.Errors) != 1 || r.Errors[0].Code != "invalidMedia" {
			t.Errorf("%s: %d %s", name, status, text)
		}
	}
	// A frame that is larger than its GIF says: found out when it is read for a task.
	liar := "GIF89a\x0a\x00\x0a\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\xff\xff\xff\xff\x00\x02\x02D\x01\x00;"
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	w.want("["+task(id(), `"inputs":{"image":"`+b64([]byte(liar))+`"}`)+"]", 400, "invalidInputsImage")
	w.want("["+task(id(), `"inputs":{"image":"`+b64(bombPNG(60000, 60000))+`"}`)+"]", 400, "invalidInputsImage")
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 64<<20 {
		t.Errorf("the bomb took %d MB", n>>20)
	}
	for name, image := range map[string]string{"path": "/etc/passwd", "relative": "../secret.png", "name": "photo.jpg", "unknown": id()} {
		if status, text, r := w.post("[" + task(id(), `"inputs":{"image":"`+image+`"}`) + "]"); status != 400 || r.Errors[0].Code != "invalidInputsImage" {
			t.Errorf("%s: %d %s", name, status, text)
		}
	}
}

func TestImagesOfTasks(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	src := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		_, _ = rw.Write(picture(t, strings.TrimPrefix(r.URL.Path, "/")))
	}))
	defer src.Close()
	_, r := w.want(upload(b64(picture(t, "gif"))), 200)
	// A whole entry is drawn as it stands in its manifest: its image is part of the seeds.
	for _, image := range []string{"https://example.com/a.jpg", "data:image/png;base64," + b64(picture(t, "png"))} {
		a := id()
		w.want("["+task(a, `"inputs":{"image":"`+image+`"}`, `"render":{"version":1}`)+"]", 200)
		k, err := w.queue.Task(t.Context(), "", a)
		if err != nil || !strings.Contains(string(k.Spec), image) || strings.Contains(string(k.Spec), "extend") {
			t.Errorf("the entry's spec is %s, %v", k.Spec, err)
		}
	}
	w.want("["+task(id(), `"inputs":{"image":"gopher://example.com/"}`, `"render":{"version":1}`)+"]", 400, "invalidInputsImage")
	for name, image := range map[string]string{"url": src.URL + "/jpeg", "gif": src.URL + "/gif", "data": "data:image/png;base64," + b64(picture(t, "png")),
		"base64": b64(picture(t, "jpeg")), "uuid": r.Data[0].MediaUUID} {
		a := id()
		w.want("["+task(a, `"inputs":{"image":"`+image+`"}`)+"]", 200)
		k, err := w.queue.Task(t.Context(), "", a)
		if err != nil {
			t.Fatal(err)
		}
		var spec manifest.Spec
		if err := json.Unmarshal(k.Spec, &spec); err != nil {
			t.Fatal(err)
		}
		if spec.Fit != "extend" { // a task of the API is not refused for a narration that needs a little longer
			t.Errorf("%s: fit is %q", name, spec.Fit)
		}
		sum := k.Files[spec.Inputs.Image]
		there, err := w.store.Has(t.Context(), sum)
		if err != nil || !there || !manifest.IsLocalImage(spec.Inputs.Image) {
			t.Errorf("%s: %q is not in the bucket: %v", name, spec.Inputs.Image, err)
			continue
		}
		f, err := w.store.Open(sum)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := io.ReadAll(f)
		f.Close()
		if _, format, err := decoded(b); err != nil || format == "gif" {
			t.Errorf("%s: kept as %s, %v", name, format, err)
		}
		if len(k.Request) > 600 || name != "url" && name != "gif" && strings.Contains(string(k.Request), b64(picture(t, "png"))) {
			t.Errorf("%s: the archived request is %d bytes", name, len(k.Request))
		}
	}
}

func decoded(b []byte) (image.Image, string, error) { return image.Decode(bytes.NewReader(b)) }

// TestPicturesFromInside asks for pictures where the server must not look.
func TestPicturesFromInside(t *testing.T) {
	t.Parallel()
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("it was reached") }))
	defer inside.Close()
	w := start(t, func(o *server.Options) { o.Outbound = outbound.New(outbound.Options{}) })
	port := inside.URL[strings.LastIndexByte(inside.URL, ':'):]
	for _, host := range []string{"127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254"} {
		at := "http://" + host + port + "/"
		w.want("["+task(id(), `"inputs":{"image":"`+at+`"}`)+"]", 400, "invalidInputsImage")
		w.want(upload(at), 400, "invalidMedia")
		w.want("["+task(id(), `"webhookURL":"`+at+`"`)+"]", 400, "invalidWebhookURL")
		w.want("["+task(id(), `"uploadEndpoint":"`+at+`"`)+"]", 400, "invalidUploadEndpoint")
		w.want("["+task(id(), `"uploadEndpoint":"`+at+`","webhookURL":"`+at+`"`)+"]", 400, "invalidWebhookURL", "invalidUploadEndpoint") // always in this order
	}
}

func TestFilesOfTheExtension(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	content := []byte("<svg/>")
	h := sha256.Sum256(content)
	sum := hex.EncodeToString(h[:])
	at := wire.FilePath("/v1", sum)
	ext := `"render":{"version":1,"spec":{"style":"bold","brand":{"logo":"brand/logo.svg"}},"files":{"brand/logo.svg":"` + sum + `"}}`
	a := id()
	_, r := w.want("["+task(a, ext)+"]", 400, wire.CodeMissingFile)
	if strings.Join(r.Errors[0].Parameters, " ") != "render.files.brand/logo.svg" {
		t.Errorf("missing: %v", r.Errors[0].Parameters)
	}
	if resp, _ := w.request(http.MethodHead, at, nil, nil); resp.StatusCode != 404 {
		t.Errorf("HEAD before: %d", resp.StatusCode)
	}
	put := func(at string, body io.Reader, header http.Header) int {
		resp, _ := w.request(http.MethodPut, at, header, body)
		return resp.StatusCode
	}
	if got := put(at, strings.NewReader("<svg>!"), nil); got != 400 {
		t.Errorf("other content: %d", got)
	}
	for _, bad := range []string{"/v1/files/xyz", "/v1/files/" + strings.ToUpper(sum), "/v1/files/..%2f..%2fetc%2fpasswd", "/v1/files/" + sum[:63] + "%00"} {
		if got := put(bad, bytes.NewReader(content), nil); got != 400 {
			t.Errorf("%s: %d", bad, got)
		}
	}
	if got := put(at, bytes.NewReader(content), http.Header{"Content-Encoding": {"gzip"}}); got != 415 {
		t.Errorf("compressed: %d", got)
	}
	if got := put(at, bytes.NewReader(content), nil); got != 201 {
		t.Errorf("PUT: %d", got)
	}
	if resp, _ := w.request(http.MethodHead, at, nil, nil); resp.StatusCode != 200 {
		t.Errorf("HEAD after: %d", resp.StatusCode)
	}
	// What one owner has, another does not see, nor use.
	w.key = bobKey
	if resp, _ := w.request(http.MethodHead, at, nil, nil); resp.StatusCode != 404 {
		t.Errorf("bob's HEAD: %d", resp.StatusCode)
	}
	w.want("["+task(a, ext)+"]", 400, wire.CodeMissingFile)
	w.key = "wrong"
	if got := put(at, bytes.NewReader(content), nil); got != 401 {
		t.Errorf("a stranger's PUT: %d", got)
	}
	w.key = aliceKey
	w.want("["+task(a, ext)+"]", 200)
	k, err := w.queue.Task(t.Context(), "", a)
	if err != nil || k.Files["brand/logo.svg"] != sum || !strings.Contains(string(k.Spec), `"style":"bold"`) {
		t.Errorf("%+v, %v", k, err)
	}
	for name, bad := range map[string]string{
		"leaves the folder": `"render":{"version":1,"files":{"../x":"` + sum + `"}}`,
		"unknown field":     `"render":{"version":1,"spec":{"stile":"bold"}}`,
		"wrong type":        `"render":{"version":1,"spec":{"style":7}}`,
		"repeats a field":   `"render":{"version":1,"spec":{"duration":30}}`,
	} {
		if status, text, r := w.post("[" + task(id(), bad) + "]"); status != 400 || len(r.Errors) == 0 || r.Errors[0].Code != "invalidRender" {
			t.Errorf("%s: %d %s", name, status, text)
		}
	}
	w.want("["+task(id(), `"render":{"version":1,"spec":{"language":"!!","music":{"loudness":3}}}`)+"]", 400, "invalidRenderSpec", "invalidRenderSpec")
}

// TestNamesInMediaPaths tries to get other files through the addresses of media.
func TestNamesInMediaPaths(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	w.key = ""
	for _, p := range []string{"/media/../../etc/passwd", "/media/..%2f..%2fetc%2fpasswd", "/media/%2e%2e/tasks.db", "/media/" + id() + ".mp4", "/media/" + id() + ".mp4%0d%0aX-Evil:%201?sig=a&expires=99999999999",
		"/media/x?" + url.Values{"sig": {"\r\nX-Evil: 1"}, "expires": {"99999999999"}}.Encode(), filepath.Join("/media", "."), "/media/"} {
		resp, body := w.request(http.MethodGet, p, nil, nil)
		if resp.StatusCode != 403 && resp.StatusCode != 404 || resp.Header.Get("X-Evil") != "" || strings.Contains(body, "root:") {
			t.Errorf("%s: %d %s", p, resp.StatusCode, body)
		}
	}
}
