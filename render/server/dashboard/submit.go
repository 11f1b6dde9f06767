package dashboard

import (
	"cmp"
	"fmt"
	"io/fs"
	"net/http"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"gitops.video/render/manifest"
	"gitops.video/render/render/parcel"
	"gitops.video/render/render/wire"
	"gitops.video/render/schema"
)

// formPage is the form that asks for a video, with what was filled in.
type formPage struct {
	page
	Fields map[string]string
	Errors map[string]string // by field; "" is about the whole

	Sizes, Formats, Captions, Avatars, Voices, Styles []Choice
}

// fields of the form, by the parameter of the API that each becomes.
var fields = []string{"taskUUID", "positivePrompt", "size", "duration", "avatar", "voice", "style", "language", "captions", "music", "outputFormat", "numberResults"}

func (d *dashboard) form(w http.ResponseWriter, r *http.Request) {
	// The task's UUID is given with the form, so that one sent twice is one task.
	filled := map[string]string{"size": "1920x1080", "duration": "30", "numberResults": "1", "outputFormat": "MP4"}
	if like := r.FormValue("like"); like != "" {
		t, err := d.Queue.Task(r.Context(), whoIs(r).scope(), like)
		if err != nil {
			d.fail(w, r, err)
			return
		}
		if t != nil {
			filled = again(d.view(t, whoIs(r)))
		}
	}
	filled["taskUUID"] = uuid.NewString()
	d.showForm(w, r, http.StatusOK, filled, nil)
}

// again is what the form can say of an earlier task: all that the form itself asks for.
func again(t task) map[string]string {
	s := t.Spec
	filled := map[string]string{"positivePrompt": s.PositivePrompt, "style": s.Style, "language": s.Language, "outputFormat": cmp.Or(s.OutputFormat, "MP4"),
		"numberResults": strconv.Itoa(max(s.NumberResults, 1)), "size": "1920x1080", "duration": "30"}
	if s.Width > 0 && s.Height > 0 {
		filled["size"] = fmt.Sprintf("%dx%d", s.Width, s.Height)
	}
	if s.Duration > 0 {
		filled["duration"] = strconv.Itoa(s.Duration)
	}
	if s.Inputs != nil {
		filled["avatar"] = s.Inputs.Avatar
	}
	if s.Voice != nil {
		filled["voice"] = s.Voice.Name
	}
	if s.Captions != nil {
		filled["captions"] = s.Captions.Mode
	}
	if m := s.Music; m != nil && m.Off {
		filled["music"] = "none"
	} else if m != nil {
		filled["music"] = m.Mood
	}
	return filled
}

func (d *dashboard) showForm(w http.ResponseWriter, r *http.Request, status int, filled, errs map[string]string) {
	p := formPage{page: d.page(r, "New video", "new"), Fields: filled, Errors: errs, Avatars: d.Avatars, Voices: d.Voices, Styles: d.Styles,
		Formats:  []Choice{{"MP4", "MP4"}, {"WEBM", "WEBM"}, {"MOV", "MOV"}},
		Captions: []Choice{{"word", "Word by word"}, {"line", "Line by line"}, {"off", "Off"}}}
	for _, s := range schema.HeyGen().Sizes {
		label := fmt.Sprintf("%d × %d", s.Width, s.Height)
		switch {
		case s.Height > s.Width:
			label += ", portrait"
		case s.Height < s.Width:
			label += ", landscape"
		}
		p.Sizes = append(p.Sizes, Choice{fmt.Sprintf("%dx%d", s.Width, s.Height), label})
	}
	d.render(w, r, status, "new", p)
}

func (d *dashboard) submit(w http.ResponseWriter, r *http.Request) {
	filled := map[string]string{}
	for _, name := range fields {
		filled[name] = strings.TrimSpace(r.PostFormValue(name))
	}
	t, errs := taskOf(filled)
	if len(errs) == 0 {
		if d.Submit == nil {
			errs = map[string]string{"": "This server takes no tasks from its dashboard."}
		} else {
			errs = told(d.Submit(r, whoIs(r), t))
		}
	}
	if errs["taskUUID"] == "conflict" || len(errs) == 0 {
		http.Redirect(w, r, "/tasks/"+t.TaskUUID, http.StatusSeeOther)
		return
	}
	d.showForm(w, r, http.StatusUnprocessableEntity, filled, errs)
}

// taskOf makes the form a task.
func taskOf(filled map[string]string) (wire.Task, map[string]string) {
	errs := map[string]string{}
	number := func(name string) int {
		if filled[name] == "" {
			return 0
		}
		n, err := strconv.Atoi(filled[name])
		if err != nil {
			errs[name] = "This is not a whole number."
		}
		return n
	}
	yes := true
	t := wire.Task{
		TaskType: wire.TypeVideoInference, TaskUUID: filled["taskUUID"], Model: schema.HeyGen().Model, PositivePrompt: filled["positivePrompt"],
		Duration: number("duration"), NumberResults: number("numberResults"), OutputFormat: filled["outputFormat"],
		OutputType: "URL", DeliveryMethod: "async", IncludeCost: &yes,
	}
	if _, err := uuid.Parse(t.TaskUUID); err != nil {
		t.TaskUUID = uuid.NewString()
	}
	if t.PositivePrompt == "" {
		errs["positivePrompt"] = "Say what the video is about."
	}
	if s := filled["size"]; s != "" {
		width, height, _ := strings.Cut(s, "x")
		var err1, err2 error
		t.Width, err1 = strconv.Atoi(width)
		t.Height, err2 = strconv.Atoi(height)
		if err1 != nil || err2 != nil {
			errs["size"] = "Choose one of the sizes."
		}
	}
	if filled["avatar"] != "" {
		t.Inputs = &wire.Inputs{Avatar: filled["avatar"]}
	}
	spec := manifest.Spec{Style: filled["style"], Language: filled["language"]}
	if filled["voice"] != "" {
		spec.Voice = &manifest.Voice{Name: filled["voice"]}
	}
	if filled["captions"] != "" {
		spec.Captions = &manifest.Captions{Mode: filled["captions"]}
	}
	switch m := filled["music"]; m {
	case "":
	case "none":
		spec.Music = &manifest.Music{Off: true}
	default:
		spec.Music = &manifest.Music{Mood: m}
	}
	x, err := parcel.Pack(spec, noFiles{})
	if err != nil {
		errs[""] = err.Error()
	} else if x.Spec != nil {
		t.Render = x
	}
	return t, errs
}

// told sorts what is wrong by the form's fields.
func told(list []wire.Error) map[string]string {
	errs := map[string]string{}
	for _, e := range list {
		if e.Conflict() {
			return map[string]string{"taskUUID": "conflict"}
		}
		field := ""
		if len(e.Parameters) > 0 {
			switch p := strings.TrimPrefix(e.Parameters[0], "render.spec."); p {
			case "width", "height":
				field = "size"
			case "inputs.avatar":
				field = "avatar"
			case "voice.name":
				field = "voice"
			case "captions.mode":
				field = "captions"
			case "music.mood":
				field = "music"
			case "positivePrompt", "duration", "voice", "style", "language", "captions", "music", "outputFormat", "numberResults":
				field = p
			}
		}
		msg := e.Message
		if msg == "" {
			msg = e.Code
		}
		if errs[field] != "" {
			msg = errs[field] + " " + msg
		}
		errs[field] = msg
	}
	return errs
}

// noFiles is the folder of an entry that names none.
type noFiles struct{}

func (noFiles) Hash(string) (string, error)     { return "", fs.ErrNotExist }
func (noFiles) Expand(string) ([]string, error) { return nil, fs.ErrNotExist }
