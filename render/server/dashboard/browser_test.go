package dashboard_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"gitops.video/render/manifest"
	"gitops.video/render/render/server/dashboard"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

// chrome starts a real browser, without a window, that complains to the test about
// everything it would write to its console: errors of the script, and whatever the
// page's own policy had to stop.
func chrome(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("there is no Chromium: render doctor --install --tests")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx, chromedp.WithAllocatorOptions(chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("hide-scrollbars", true)))
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	messages := chromedp.Console(ctx)
	var reading sync.WaitGroup
	reading.Go(func() {
		for m, err := range messages {
			if err != nil {
				return // the browser is closed
			}
			if (m.Type == chromedp.ConsoleError || m.Type == chromedp.ConsoleException) && !strings.Contains(m.URL, ".mp4") && !strings.HasSuffix(m.URL, "/nothing") && !strings.Contains(m.Text, "status of 422") { // the shelf has no videos
				t.Errorf("console: %s (%s)", m.Text, m.URL)
			}
		}
	})
	t.Cleanup(func() {
		_ = chromedp.Cancel(ctx)
		reading.Wait()
	})
	return ctx
}

// serve puts the dashboard and some pictures on a port.
func serve(t *testing.T, c dashboard.Config) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("/", dashboard.New(c))
	mux.HandleFunc("GET /media/", func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, ".jpg") {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "image/jpeg")
		_, _ = w.Write(picture(len(r.URL.Path)+int(r.URL.Path[14]), 320, 180))
	})
	h := httptest.NewServer(mux)
	t.Cleanup(func() {
		h.CloseClientConnections()
		h.Close()
	})
	return strings.Replace(h.URL, "127.0.0.1", "localhost", 1)
}

// picture stands for a frame.
func picture(n, w, h int) []byte {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{uint8(9 + n*7%40), uint8(28 + y/4), uint8(84 + x/3), 255}
			if x > w*2/3 && y > h-(x*7+n*31)%(h-20) && x%24 < 17 {
				c = color.RGBA{36, 87, 245, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	_ = jpeg.Encode(&b, img, nil)
	return b.Bytes()
}

type void = chromedp.Action[chromedp.Void]

// run drives the browser and fails the test where a step does not come about.
func run(t *testing.T, ctx context.Context, what string, steps ...void) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

// truth waits until an expression is true, on this page or the one that comes after it.
func truth(expr string) void {
	return func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		for end := time.Now().Add(40 * time.Second); ; {
			ok, err := chromedp.Evaluate[bool]("Boolean("+expr+")")(ctx, target)
			if ok && err == nil {
				return chromedp.Void{}, nil
			}
			if time.Now().After(end) {
				where, _ := chromedp.Evaluate[string](`location.href + " " + document.activeElement.outerHTML.slice(0, 200)`)(ctx, target)
				return chromedp.Void{}, fmt.Errorf("never true: %s (%v; at %s)", expr, err, where)
			}
			if _, err := chromedp.Sleep(40*time.Millisecond)(ctx, target); err != nil {
				return chromedp.Void{}, err
			}
		}
	}
}

// js evaluates an expression for what it does.
func js(expr string) void {
	return func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Evaluate[bool]("("+expr+", true)")(ctx, target)
		return chromedp.Void{}, err
	}
}

// meanwhile is something that happens elsewhere.
func meanwhile(f func()) void {
	return func(context.Context, *chromedp.Target) (chromedp.Void, error) {
		f()
		return chromedp.Void{}, nil
	}
}

func TestInTheBrowser(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("drives a browser")
	}
	ctx := chrome(t)
	s := furnish()
	c := config(s)
	var mu sync.Mutex
	var sent []wire.Task
	c.Submit = func(_ *http.Request, _ dashboard.Who, task wire.Task) []wire.Error {
		mu.Lock()
		defer mu.Unlock()
		sent = append(sent, task)
		if task.Duration == 0 {
			return []wire.Error{{Code: "invalidDuration", Message: "Give a length of 5 to 300 seconds.", Parameters: []string{"duration"}}}
		}
		s.put(&queue.Task{Submission: queue.Submission{UUID: task.TaskUUID, Owner: "marketing", Results: 1}, State: queue.Queued, Submitted: noon.Add(time.Second), Results: []queue.Result{{State: queue.Queued}}},
			manifest.Spec{PositivePrompt: task.PositivePrompt, Width: task.Width, Height: task.Height, Duration: task.Duration})
		return nil
	}
	c.Frame = func(_ context.Context, uuid string, _ int) ([]byte, time.Time, error) {
		return picture(int(uuid[7]), 320, 180), noon, nil
	}
	base := serve(t, c)
	run(t, ctx, "open the board", chromedp.Navigate(base+"/"), truth(`document.querySelectorAll(".rows li").length === 40`),
		truth(`document.querySelectorAll("img[data-frame][data-there]").length === 3`), // the frames being drawn have arrived
		truth(`Number(document.documentElement.dataset.patched) > 0`))

	// Work goes on: the page follows without being loaded again, and a row that has
	// the focus keeps it.
	step := func(percent float64, phase string) {
		running := &queue.Task{Submission: queue.Submission{UUID: id(4), Owner: "marketing", Results: 1}, State: queue.Running, Submitted: noon.Add(-48 * time.Second), Started: noon.Add(-40 * time.Second),
			Results: []queue.Result{{State: queue.Running, Phase: phase, Percent: percent}}}
		s.put(running, manifest.Spec{PositivePrompt: prompts[4], Width: 1920, Height: 1080, Duration: 20})
	}
	row := `#row-` + id(4)
	run(t, ctx, "watch a task", js(fmt.Sprintf(`document.querySelector("#row-%s a").focus(), window.was = document.activeElement`, id(4))),
		meanwhile(func() { step(88, "encode") }),
		truth(fmt.Sprintf(`document.querySelector("#row-%s progress").value === 88`, id(4))),
		truth(`document.activeElement === window.was && document.body.contains(window.was)`),
		meanwhile(func() {
			done := *s.tasks[7]
			done.UUID, done.Submitted = id(4), noon.Add(-48*time.Second)
			s.put(&done, manifest.Spec{PositivePrompt: prompts[4], Width: 1920, Height: 1080, Duration: 20})
		}),
		truth(fmt.Sprintf(`document.querySelector("#row-%s .chip.done") && document.querySelectorAll(".live li").length === 2`, id(4))),
		chromedp.WaitVisible(row))

	// Keys: search, go through the list, open a task.
	run(t, ctx, "search by keyboard", js(`document.activeElement.blur()`), chromedp.KeyEvent("/"), truth(`document.activeElement.id === "find"`),
		js(`document.activeElement.value = ""`), // a driven browser types the key although the page has taken it
		chromedp.KeyEvent("refund"), truth(`document.querySelectorAll(".rows li").length === 10 && location.search === "?q=refund"`),
		chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent("j"), chromedp.KeyEvent("j"),
		truth(`document.activeElement === document.querySelectorAll(".rows a")[1]`),
		chromedp.KeyEvent(kb.Enter), truth(`location.pathname === "/tasks/`+id(8)+`" && document.querySelector("video")`),
		truth(`document.querySelectorAll(".scenes li").length === 4`))

	// A video is asked for; what is wrong is said at its field.
	run(t, ctx, "fill in the form", chromedp.Navigate(base+"/"), chromedp.WaitReady("#new-link"), chromedp.KeyEvent("n"), chromedp.WaitVisible("#positivePrompt"),
		chromedp.SendKeys("#positivePrompt", "Explain how bees find their way home."), chromedp.SetValue("#duration", ""), chromedp.Click("button.main"),
		chromedp.WaitVisible("#duration-error .wrong"), truth(`document.querySelector("#positivePrompt").value.startsWith("Explain how bees")`),
		chromedp.SendKeys("#duration", "20"), chromedp.SetValue("#size", "1080x1920"), chromedp.Click("button.main"),
		truth(`location.pathname.startsWith("/tasks/") && document.querySelector("h1").textContent === "Explain how bees find their way home."`),
		truth(`document.querySelector(".phase").textContent === "Waiting for a worker"`))
	mu.Lock()
	if last := sent[len(sent)-1]; len(sent) != 2 || last.Duration != 20 || last.Height != 1920 || last.TaskUUID != sent[0].TaskUUID {
		t.Errorf("sent %+v", sent)
	}
	mu.Unlock()
	run(t, ctx, "see it begin", meanwhile(func() {
		begun := *s.tasks[len(s.tasks)-1]
		begun.State, begun.Started, begun.Results = queue.Running, noon, []queue.Result{{State: queue.Running, Phase: "draw", Percent: 31}}
		s.put(&begun, manifest.Spec{PositivePrompt: "Explain how bees find their way home.", Width: 1080, Height: 1920, Duration: 20})
	}), truth(`document.querySelector(".phase").textContent === "Drawing" && document.querySelector("img[data-frame][data-there]")`))
}

// Nothing on a phone needs scrolling sideways, and nothing one taps is tiny.
func TestOnPhone(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("drives a browser")
	}
	ctx := chrome(t)
	s := furnish()
	base := serve(t, config(s))
	for _, target := range []string{"/", "/tasks/" + id(7), "/tasks/" + id(9), "/new", "/nothing"} {
		run(t, ctx, target, chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile), chromedp.Navigate(base+target))
		wide, err := chromedp.Run(ctx, chromedp.Evaluate[int](`document.documentElement.scrollWidth`))
		if err != nil {
			t.Fatal(err)
		}
		small, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`[...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")].filter(e => e.offsetParent && !e.closest(".sub, .foot, .empty, p, dd, .head") && !e.matches(".skip, .quiet, .brand, summary") && e.getBoundingClientRect().height < 36).map(e => e.outerHTML.slice(0, 80))`))
		if err != nil {
			t.Fatal(err)
		}
		if wide > 360 {
			t.Errorf("%s is %d pixels wide on a phone of 360", target, wide)
		}
		if len(small) > 0 {
			t.Errorf("%s: too small to tap: %s", target, strings.Join(small, "\n"))
		}
	}
}

// TestShots writes pictures of the pages to look at: RENDER_SHOTS=/some/folder.
func TestShots(t *testing.T) {
	dir := os.Getenv("RENDER_SHOTS")
	if dir == "" {
		t.Skip("RENDER_SHOTS is not set")
	}
	s := furnish()
	c := config(s)
	c.Keys = &keyring{}
	c.Frame = func(_ context.Context, uuid string, _ int) ([]byte, time.Time, error) {
		return picture(int(uuid[7]), 320, 180), noon, nil
	}
	base := serve(t, c)
	ctx := chrome(t)
	run(t, ctx, "sign in", chromedp.Navigate(base+"/login"), chromedp.SendKeys("#key", "key-of-ops"), chromedp.Click("button.main"), chromedp.WaitVisible("#stats"))
	for _, view := range []struct {
		name          string
		width, height int64
		mobile        bool
	}{{"desktop", 1440, 900, false}, {"phone", 390, 844, true}} {
		for _, theme := range []string{"light", "dark"} {
			for name, target := range map[string]string{"board": "/", "failed": "/?state=failed", "done": "/tasks/" + id(7), "tall": "/tasks/" + id(13), "running": "/tasks/" + id(4), "wrong": "/tasks/" + id(9), "new": "/new"} {
				opts := []chromedp.EmulateViewportOption{chromedp.EmulateScale(1)}
				if view.mobile {
					opts = append(opts, chromedp.EmulateMobile, chromedp.EmulateScale(2))
				}
				run(t, ctx, name, chromedp.EmulateViewport(view.width, view.height, opts...),
					func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
						_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}})
						return chromedp.Void{}, err
					},
					chromedp.Navigate(base+target), chromedp.Sleep(400*time.Millisecond))
				png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%s-%s.png", name, view.name, theme)), png, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
