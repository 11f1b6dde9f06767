package dashboard

import (
	"context"
	"io"
	"net/http"
	"strconv"

	"gopkg.in/yaml.v3"

	"gitops.video/render/render/server/queue"
)

// taskPage is what the page of one task shows.
type taskPage struct {
	page
	Task   task
	Boards []storyboard // of the finished results that have one
	Tick   int64        // names the frames of now
}

// Heading is the video's title, which its storyboard has, or the prompt's beginning.
func (p *taskPage) Heading() string {
	if len(p.Boards) > 0 && p.Boards[0].Title != "" {
		return clip(p.Boards[0].Title, 120)
	}
	return clip(p.Task.Headline(), 100)
}

// storyboard is what is shown of the plan that a video was drawn from.
type storyboard struct {
	Title  string  `yaml:"title"`
	Scenes []scene `yaml:"scenes"`
}

type scene struct {
	Kind     string  `yaml:"kind"`
	Chapter  string  `yaml:"chapter"`
	Headline string  `yaml:"headline"`
	Say      string  `yaml:"say"`
	Seconds  float64 `yaml:"seconds"`
}

func (d *dashboard) task(w http.ResponseWriter, r *http.Request) {
	p, err := d.readTask(r.Context(), whoIs(r), r.PathValue("uuid"))
	switch {
	case err != nil:
		d.fail(w, r, err)
		return
	case p == nil:
		d.message(w, r, http.StatusNotFound, "There is no such task, or it is not yours.")
		return
	}
	p.page = d.page(r, clip(p.Heading(), 60), "task")
	if !p.Task.State.Ended() {
		p.Events = "/events?task=" + p.Task.UUID
	}
	d.render(w, r, http.StatusOK, "task", p)
}

// readTask reads one task for its page; nil when the visitor may see none of this UUID.
func (d *dashboard) readTask(ctx context.Context, who Who, uuid string) (*taskPage, error) {
	t, err := d.Queue.Task(ctx, who.scope(), uuid)
	if err != nil || t == nil {
		return nil, err
	}
	p := &taskPage{Task: d.view(t, who), Tick: d.Now().Unix()}
	for _, r := range t.Results {
		if b := d.storyboard(ctx, &r); b != nil {
			p.Boards = append(p.Boards, *b)
		}
	}
	return p, nil
}

// maxStoryboard bounds what is read of one, in bytes.
const maxStoryboard = 1 << 20

func (d *dashboard) storyboard(ctx context.Context, r *queue.Result) *storyboard {
	if d.Open == nil || r.Expired || r.Made == nil || r.Made.Storyboard == nil {
		return nil
	}
	f, err := d.Open(ctx, r.Made.Storyboard.SHA256)
	if err != nil {
		d.log.WarnContext(ctx, "storyboard", "sha256", r.Made.Storyboard.SHA256, "error", err)
		return nil
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, maxStoryboard))
	b := &storyboard{}
	if err != nil || yaml.Unmarshal(body, b) != nil || len(b.Scenes) == 0 {
		return nil
	}
	return b
}

// frame serves the frame that is being drawn.
func (d *dashboard) frame(w http.ResponseWriter, r *http.Request) {
	index, err := strconv.Atoi(r.PathValue("index"))
	p, terr := d.Queue.Task(r.Context(), whoIs(r).scope(), r.PathValue("uuid"))
	if err != nil || terr != nil || p == nil || d.Frame == nil {
		http.NotFound(w, r)
		return
	}
	jpeg, _, err := d.Frame(r.Context(), p.UUID, index)
	if err != nil {
		d.fail(w, r, err)
		return
	}
	if len(jpeg) == 0 {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	w.Header().Set("Content-Type", "image/jpeg")
	_, _ = w.Write(jpeg)
}
