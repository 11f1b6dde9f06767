package manifest

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// decodeSpec fills a spec from an evaluated task, by hand because it runs for every
// entry. It answers false when the task breaks any rule of schema/task.schema.json,
// which then says which and why; a test holds the two to the same answer.
func decodeSpec(m map[string]any, s *Spec) bool {
	d := decoder{ok: true}
	for k, v := range m {
		switch k {
		case "model":
			s.Model = d.text(v, 1, 200, modelID)
		case "positivePrompt":
			s.PositivePrompt = d.text(v, 1, 10000, nil)
			d.check(strings.TrimFunc(s.PositivePrompt, isSpace) != "")
		case "width":
			s.Width = d.even(v)
		case "height":
			s.Height = d.even(v)
		case "duration":
			s.Duration = d.int(v, 5, 300)
		case "outputType":
			s.OutputType = d.enum(v, "URL")
		case "outputFormat":
			s.OutputFormat = d.enum(v, "MP4", "WEBM", "MOV")
		case "outputQuality":
			s.OutputQuality = d.int(v, 20, 99)
		case "numberResults":
			s.NumberResults = d.int(v, 1, 4)
		case "inputs":
			s.Inputs = d.inputs(v)
		case "webhookURL":
			s.WebhookURL = d.text(v, 1, 2048, deliveryURL)
		case "uploadEndpoint":
			s.UploadEndpoint = d.text(v, 1, 4096, deliveryURL)
		case "deliveryMethod":
			s.DeliveryMethod = d.enum(v, "async")
		case "safety":
			s.Safety = d.safety(v)
		case "ttl":
			s.TTL = d.int(v, 60, 315360000)
		case "includeCost":
			s.IncludeCost = d.bool(v)
		case "brand":
			s.Brand = d.brand(v)
		case "language":
			s.Language = d.text(v, 0, 35, languageTag)
		case "voice":
			s.Voice = d.voice(v)
		case "style":
			s.Style = d.text(v, 1, 200, nil)
		case "captions":
			c := &Captions{}
			d.fields(v, func(k string, v any) bool {
				c.Mode = d.enum(v, "word", "line", "off")
				return k == "mode"
			})
			s.Captions = c
		case "music":
			s.Music = d.music(v)
		case "context":
			s.Context = d.texts(v, 64, 1024)
		case "assets":
			s.Assets = d.assets(v)
		case "storyboard":
			s.Storyboard = d.text(v, 1, 1024, nil)
		case "edits":
			s.Edits = d.texts(v, 64, 2000)
		case "fit":
			s.Fit = d.enum(v, "trim", "extend")
		case "pronounce":
			s.Pronounce = map[string]string{}
			d.fields(v, func(k string, v any) bool {
				s.Pronounce[k] = d.text(v, 1, 200, nil)
				return true
			})
			d.check(len(s.Pronounce) <= 500)
		default:
			d.ok = false
		}
	}
	d.check(s.PositivePrompt != "")
	d.check((s.Width == 0) == (s.Height == 0))
	d.check(s.UploadEndpoint == "" || s.NumberResults < 2)
	return d.ok
}

var (
	modelID     = regexp.MustCompile(`^[A-Za-z0-9._-]+:[A-Za-z0-9._-]+@[A-Za-z0-9._-]+$`)
	avatarID    = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.?=&,#+-]*$`)
	deliveryURL = regexp.MustCompile(`^(https?://|\$\{env:)[^\s]*$`)
	languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
	hexColor    = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)
)

// isSpace is the \s of the schema's patterns.
func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f'
}

// decoder turns values into Go's types and remembers whether all of them fitted.
type decoder struct{ ok bool }

func (d *decoder) check(ok bool) {
	if !ok {
		d.ok = false
	}
}

func (d *decoder) text(v any, least, most int, pattern *regexp.Regexp) string {
	s, ok := v.(string)
	if !ok || len(s) < least || len(s) > most && utf8.RuneCountInString(s) > most {
		d.ok = false
		return s
	}
	if pattern != nil && s != defaultModel && !pattern.MatchString(s) {
		d.ok = false
	}
	return s
}

func (d *decoder) int(v any, least, most int) int {
	n, ok := asInt(v)
	d.check(ok && n >= least && n <= most)
	return n
}

func (d *decoder) even(v any) int {
	n := d.int(v, 128, 4096)
	d.check(n%2 == 0)
	return n
}

func (d *decoder) bool(v any) *bool {
	b, ok := v.(bool)
	d.check(ok)
	return &b
}

func (d *decoder) enum(v any, allowed ...string) string {
	s, _ := v.(string)
	for _, a := range allowed {
		if a == s {
			return s
		}
	}
	d.ok = false
	return s
}

// fields visits a map; visit answers whether it knows the key.
func (d *decoder) fields(v any, visit func(k string, v any) bool) {
	m, ok := v.(map[string]any)
	d.check(ok)
	for k, kid := range m {
		if !visit(k, kid) {
			d.ok = false
		}
	}
}

func (d *decoder) texts(v any, most, longest int) []string {
	l, ok := v.([]any)
	d.check(ok && len(l) <= most)
	out := make([]string, 0, len(l))
	for _, x := range l {
		out = append(out, d.text(x, 1, longest, nil))
	}
	return out
}

func (d *decoder) inputs(v any) *Inputs {
	in := &Inputs{}
	d.fields(v, func(k string, v any) bool {
		switch k {
		case "image":
			in.Image = d.text(v, 1, 1<<30, nil)
		case "avatar":
			in.Avatar = d.text(v, 1, 128, avatarID)
		default:
			return false
		}
		return true
	})
	d.check(in.Image == "" || in.Avatar == "")
	return in
}

func (d *decoder) safety(v any) *Safety {
	s := &Safety{}
	d.fields(v, func(k string, v any) bool {
		switch k {
		case "checkContent":
			s.CheckContent = d.bool(v)
		case "mode":
			s.Mode = d.enum(v, "none", "fast", "full")
		default:
			return false
		}
		return true
	})
	return s
}

func (d *decoder) brand(v any) *Brand {
	b := &Brand{}
	d.fields(v, func(k string, v any) bool {
		switch k {
		case "name":
			b.Name = d.text(v, 0, 200, nil)
		case "logo":
			b.Logo = d.text(v, 1, 1024, nil)
		case "colors":
			b.Colors = map[string]string{}
			d.fields(v, func(k string, v any) bool {
				b.Colors[k] = d.text(v, 1, 7, hexColor)
				return k == "primary" || k == "accent" || k == "background" || k == "text"
			})
		case "font":
			b.Font = &BrandFont{}
			d.fields(v, func(k string, v any) bool {
				switch k {
				case "heading":
					b.Font.Heading = d.text(v, 1, 200, nil)
				case "body":
					b.Font.Body = d.text(v, 1, 200, nil)
				case "files":
					b.Font.Files = d.texts(v, 64, 1024)
				default:
					return false
				}
				return true
			})
		case "style":
			b.Style = d.text(v, 1, 200, nil)
		case "lowerThird":
			b.LowerThird = d.bool(v)
		case "watermark":
			b.Watermark = d.text(v, 1, 200, nil)
		default:
			return false
		}
		return true
	})
	return b
}

func (d *decoder) voice(v any) *Voice {
	o := &Voice{}
	d.fields(v, func(k string, v any) bool {
		switch k {
		case "name":
			o.Name = d.text(v, 1, 200, nil)
		case "gender":
			o.Gender = d.enum(v, "female", "male")
		case "pace":
			f, ok := asFloat(v)
			d.check(ok && f >= 0.8 && f <= 1.25)
			o.Pace = f
		case "sample":
			o.Sample = d.text(v, 1, 1024, nil)
		case "consent":
			o.Consent = d.text(v, 1, 2000, nil)
		case "transcript":
			o.Transcript = d.text(v, 1, 2000, nil)
		case "breaths":
			o.Breaths = d.enum(v, "on", "off")
		default:
			return false
		}
		return true
	})
	return o
}

func (d *decoder) music(v any) *Music {
	o := &Music{}
	d.fields(v, func(k string, v any) bool {
		switch k {
		case "mood":
			o.Mood = d.text(v, 1, 100, nil)
		case "file":
			o.File = d.text(v, 1, 1024, nil)
		case "off":
			o.Off = *d.bool(v)
		case "loudness":
			f, ok := asFloat(v)
			d.check(ok && f >= -31 && f <= -9)
			o.Loudness = f
		default:
			return false
		}
		return true
	})
	return o
}

func (d *decoder) assets(v any) []Asset {
	l, ok := v.([]any)
	d.check(ok && len(l) <= 256)
	out := make([]Asset, 0, len(l))
	for _, x := range l {
		var a Asset
		d.fields(x, func(k string, v any) bool {
			switch k {
			case "path":
				a.Path = d.text(v, 1, 1024, nil)
			case "tags":
				a.Tags = d.texts(v, 64, 100)
			default:
				return false
			}
			return true
		})
		d.check(a.Path != "")
		out = append(out, a)
	}
	return out
}
