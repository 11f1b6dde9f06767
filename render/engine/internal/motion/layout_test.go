package motion

import (
	"fmt"
	"image"
	"image/color"
	"os"
	"sort"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// composeFor is stageFor with what was set where.
func composeFor(tb testing.TB, sc scene.Scene, l scene.Look, size image.Point, seconds float64) *comp {
	tb.Helper()
	if l.LogoText == "" {
		l.LogoText = "Commonwatt"
	}
	b := &scene.Storyboard{Language: "en", Look: l, Seed: 7, Width: size.X, Height: size.Y, Scenes: []scene.Scene{
		{ID: "a", Kind: scene.Title, Chapter: "Why evenings cost more"}, {ID: "b", Kind: scene.Title, Chapter: "Who pays, who saves"},
		sc, {ID: "d", Kind: scene.Title, Chapter: "How it gets built"}, {ID: "e", Kind: scene.Title, Chapter: "Your next step"}}}
	var lines []scene.Line
	if sc.Say != "" {
		lines = say(.3, (seconds-1)/float64(len(strings.Fields(sc.Say))), sc.Say)
	}
	c, err := compose(Input{Board: b, Index: 2, Theme: theme(tb, l), Fonts: sharedFonts, Size: size, Seconds: seconds, Lines: lines, Captions: true, Assets: testAssets})
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// shown is one text as the viewer sees it at an instant.
type shown struct {
	setText
	at image.Rectangle
}

func visible(c *comp, t float64) []shown {
	var out []shown
	for _, s := range c.set {
		p := s.layer.At(t)
		if p.Sprite == nil || p.Alpha < .85 || p.Scale < .99 || p.Scale > 1.01 {
			continue
		}
		r := s.ink.Add(image.Pt(int(p.X), int(p.Y)))
		if !p.Clip.Empty() && !r.In(p.Clip) {
			continue // rising or wiping: not yet to be read, or scrolled away
		}
		if c.rtl {
			r = turnRect(r, c.in.Size.X)
		}
		out = append(out, shown{s, r})
	}
	return out
}

// inspect looks for the mistakes that can be measured on one scene.
func inspect(c *comp, t float64, contrast bool) (bad []string) {
	say := func(f string, a ...any) { bad = append(bad, fmt.Sprintf(f, a...)) }
	u := c.u
	texts := visible(c, t)
	panning := c.sc.Kind == scene.Timeline && len(c.sc.Items) > 5
	frame := image.Rectangle{Max: c.in.Size}
	safe := c.px(box{8.9 - 1.6, 4, 177.78 - 2*(8.9-1.6), 93})
	if c.port {
		safe = c.px(box{5, 10, c.w - 9, 129})
		safe.Min.Y, safe.Max.Y = max(safe.Min.Y, int(2.2*u)), min(safe.Max.Y, frame.Max.Y-int(2*u))
	}
	tilted := c.th.Style.Angle != 0
	for i, s := range texts {
		name := fmt.Sprintf("%.24q", s.block.Spec.Text)
		if !s.at.In(safe) && !tilted && !panning && len(s.block.Spec.Text) > 1 {
			say("%s at %v leaves the safe area %v", name, s.at, safe)
		}
		if s.block.Size < c.floor*u*.97 && len(s.block.Spec.Text) > 1 {
			say("%s is %.2f u high, below the floor", name, s.block.Size/u)
		}
		if z := c.stage.Captions; !z.Empty() && area(s.at.Intersect(z)) > 0 {
			say("%s at %v stands in the captions' place %v", name, s.at, z)
		}
		for _, o := range texts[:i] {
			if o.block == s.block || tilted {
				continue
			}
			if a := area(s.at.Intersect(o.at)); a > 0 && float64(a) > .12*float64(min(area(s.at), area(o.at))) {
				say("%s and %.24q overlap at %v", name, o.block.Spec.Text, s.at.Intersect(o.at))
			}
		}
	}
	if !contrast {
		return bad
	}
	img := paint(c.stage, t)
	for _, s := range texts {
		if w := c.stage.Slot; w != nil && s.at.Overlaps(w.Window) {
			continue // on the presenter's set, which is not drawn here
		}
		if len(s.block.Spec.Text) < 2 || s.block.Size > 30*u {
			continue
		}
		col := s.color
		if col == (look.RGB{}) {
			continue
		}
		least := 4.5
		if s.block.Size >= 3.9*u {
			least = 3
		}
		for _, part := range thirds(s.at.Intersect(frame), int(24*u)) { // a shape may lie behind some of it
			if k := ground(img, part, col); k > 0 && k < least*.97 {
				say("%.24q has contrast %.2f on its ground at %v", s.block.Spec.Text, k, part)
			}
		}
	}
	return bad
}

// thirds cuts a box that is wider than least into three.
func thirds(r image.Rectangle, least int) []image.Rectangle {
	if r.Dx() < least {
		return []image.Rectangle{r}
	}
	var out []image.Rectangle
	for i := range 3 {
		out = append(out, image.Rect(r.Min.X+r.Dx()*i/3, r.Min.Y, r.Min.X+r.Dx()*(i+1)/3, r.Max.Y))
	}
	return out
}

func area(r image.Rectangle) int { return r.Dx() * r.Dy() }

// ground is the contrast of a colour with what lies behind its text: the middle of
// the half of the box that is least like the text, where no letter's edge is.
func ground(img *image.RGBA, r image.Rectangle, col look.RGB) float64 {
	var ks []float64
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			p := img.RGBAAt(x, y)
			ks = append(ks, look.Contrast(col, look.RGB{R: float64(p.R) / 255, G: float64(p.G) / 255, B: float64(p.B) / 255}))
		}
	}
	if len(ks) < 20 {
		return 0
	}
	sort.Float64s(ks)
	return ks[len(ks)*3/4]
}

var (
	longTitle = "Every building in the whole district can share the power that it stores at night, and every single flat gets the same equal credit on its monthly bill, without a roof panel, a contract or a single euro up front"
	compound  = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk erhält Grundstücksverkehrsgenehmigungszuständigkeit"
)

// tongues are the layouts in scripts that break lines, run and stack differently,
// and with what people paste: emoji, long addresses, huge and negative numbers.
func tongues() []scene.Scene {
	var out []scene.Scene
	for _, l := range []struct{ lang, head, sub, title, body, value string }{
		{"ar", "بطارية واحدة تكفي المبنى كله، وتوفر لكل شقة 318 يورو في السنة", "توضع في القبو، وتُشحن ليلاً حين تكون الكهرباء رخيصة، وتخدم الجميع.", "اشحن عندما تكون الطاقة رخيصة", "من منتصف الليل حتى الخامسة صباحاً", "٣١٨ €"},
		{"he", "סוללה אחת לבניין שלם, וכל דירה חוסכת 318 אירו בשנה", "היא עומדת במרתף, נטענת בלילה כשהחשמל זול ומשרתת את כולם.", "לטעון כשהחשמל זול", "מחצות ועד חמש בבוקר", "318 €"},
		{"hi", "एक बैटरी पूरी इमारत के लिए, हर फ्लैट की सालाना बचत", "यह तहखाने में रहती है और रात में सस्ती बिजली से चार्ज होती है।", "सस्ती बिजली पर चार्ज करें", "आधी रात से सुबह पाँच बजे तक", "₹31,800"},
		{"th", "แบตเตอรี่หนึ่งก้อนให้พลังงานได้ทั้งอาคารและประหยัดค่าไฟทุกเดือน", "ติดตั้งที่ชั้นใต้ดิน ชาร์จตอนกลางคืนเมื่อค่าไฟถูก และใช้ร่วมกันทุกห้อง", "ชาร์จเมื่อไฟฟ้าราคาถูก", "ตั้งแต่เที่ยงคืนถึงตีห้า", "318 บาท"},
		{"zh", "一块电池可以为整栋大楼的每一户供电，而且每年节省三百欧元", "它放在地下室，夜里电价便宜时充电，全楼共享。", "电价便宜时充电", "午夜到凌晨五点，每度九分", "318 元"},
		{"ja", "バッテリー一台で建物のすべての部屋に電気を届け、毎年三百ユーロを節約します", "地下室に置かれ、電気の安い夜に充電し、全員で分け合います。", "電気が安いときに充電する", "深夜から午前五時まで、1kWhあたり九セント", "318 円"},
		{"ko", "배터리 하나로 건물 전체에 전기를 공급하고 매년 삼백 유로를 절약합니다", "지하실에 설치되어 전기 요금이 저렴한 밤에 충전됩니다.", "전기가 저렴할 때 충전", "자정부터 오전 다섯 시까지", "318 원"},
		{"en", "👩‍💻🚀 Ship it 🎉 today 👍🏽, tomorrow 🇩🇪🇯🇵 and every day ❤️", "https://commonwatt.example/a/very/long/path/that/nobody/would/type?with=a&query=string#and-a-fragment", "🔥 −1,234,567,890.12 €", "user.name+tag@subdomain.example.co.uk/path_with_underscores", "−1,234,567,890 €"},
	} {
		for _, s := range samples() {
			if s.Kind == scene.Code || s.ID == "points5" || s.ID == "pointsnone" || s.ID == "number1" || s.ID == "titlecap" {
				continue
			}
			s.ID, s.Language, s.Say = l.lang+"-"+s.ID, l.lang, l.head
			s.Headline, s.Subtitle, s.Chapter = l.head, l.sub, ""
			for _, p := range []*string{&s.Label, &s.Note, &s.Action, &s.Name, &s.Role} {
				if *p != "" {
					*p = l.title
				}
			}
			s.Overlay = nil
			items := func(in []scene.Item) (out []scene.Item) {
				for _, it := range in {
					for _, p := range []*string{&it.Title, &it.Label} {
						if *p != "" {
							*p = l.title
						}
					}
					if it.Body != "" {
						it.Body = l.body
					}
					if it.Value != "" {
						it.Value = l.value
					}
					out = append(out, it)
				}
				return out
			}
			s.Items = items(s.Items)
			cols := append([]scene.Column(nil), s.Columns...)
			for i := range cols {
				cols[i].Title, cols[i].Rows = l.title, items(cols[i].Rows)
			}
			s.Columns = cols
			rows := make([][]string, len(s.Rows))
			for i, r := range s.Rows {
				for range r {
					rows[i] = append(rows[i], l.title)
				}
			}
			s.Rows = rows
			if s.Series != nil {
				q := *s.Series
				q.Labels = append([]string(nil), q.Labels...)
				for i := range q.Labels {
					q.Labels[i] = l.title
				}
				s.Series = &q
			}
			if s.LowerThird != nil {
				s.LowerThird = &scene.LowerThird{Name: l.title, Role: l.body}
			}
			if s.URL != "" && l.lang == "en" {
				s.URL = l.sub
			}
			out = append(out, s)
		}
	}
	return out
}

// hard are scenes with the texts that break layouts.
func hard() []scene.Scene {
	var out []scene.Scene
	for _, s := range samples() {
		if s.ID == "title" || s.ID == "points" || s.ID == "grid" || s.ID == "process" || s.ID == "end" || s.ID == "timeline" || s.ID == "chapter" || s.ID == "statement" || s.ID == "quote" || s.ID == "compare" || s.ID == "number" {
			a, b := s, s
			a.ID, a.Headline, a.Say = s.ID+"-long", longTitle, ""
			b.ID, b.Headline, b.Say = s.ID+"-compound", compound, ""
			b.Items = append([]scene.Item(nil), s.Items...)
			for i := range b.Items {
				b.Items[i].Title = "Kraftfahrzeughaftpflichtversicherung " + b.Items[i].Title
				b.Items[i].Body = longTitle
				if b.Items[i].Value != "" {
					b.Items[i].Value = "1 234 567,89 €"
				}
			}
			b.Label = compound
			b.Subtitle = longTitle
			out = append(out, a, b)
		}
	}
	for n := 1; n <= 8; n++ {
		for _, k := range []scene.Kind{scene.Points, scene.Process, scene.Grid, scene.Timeline, scene.Number} {
			s := scene.Scene{ID: fmt.Sprintf("%s-%d", k, n), Kind: k, Headline: "What you get with every plan", Figure: &scene.Figure{Text: "1,234,567", Suffix: "%"}}
			for i := range n {
				s.Items = append(s.Items, scene.Item{Label: fmt.Sprintf("20%02d", 20+i), Title: "Step with a name", Body: "One short line about it", Value: fmt.Sprintf("%d %%", 10*i)})
			}
			out = append(out, s)
		}
	}
	words := []string{"Comprehensive documentation of every decision", "Kraftfahrzeughaftpflichtversicherung", "Responsibilities of everybody involved"}
	for n := 1; n <= 8; n++ {
		cmp := scene.Scene{ID: fmt.Sprintf("compare-rows-%d", n), Kind: scene.Compare, Say: sampleSay, Headline: longTitle[:80], Columns: []scene.Column{{Title: "On your own, without anybody"}, {Title: "Shared by everybody", Winner: true}}}
		rows := scene.Scene{ID: fmt.Sprintf("chart-rows-%d", n), Kind: scene.Chart, Say: sampleSay, Headline: longTitle[:80], Series: &scene.Series{Type: "bar", Unit: "%"}}
		tab := scene.Scene{ID: fmt.Sprintf("table-rows-%d", n), Kind: scene.Table, Say: sampleSay, Headline: longTitle[:80], Rows: [][]string{{"Plan", "Storage", "What for", "Price"}}}
		for i := range n {
			w := words[i%len(words)]
			for k := range cmp.Columns {
				cmp.Columns[k].Rows = append(cmp.Columns[k].Rows, scene.Item{Label: w, Value: fmt.Sprintf("€%d,250", i+1)})
			}
			rows.Series.Labels, rows.Series.Values = append(rows.Series.Labels, w), append(rows.Series.Values, float64(5+i*37%60))
			tab.Rows = append(tab.Rows, []string{w, fmt.Sprintf("%d kWh", i), "The whole building", "€9"})
		}
		out = append(out, cmp, rows, tab)
	}
	return append(out, tongues()...)
}

func TestLayoutsKeepTheRules(t *testing.T) {
	t.Parallel()
	sizes := []image.Point{{640, 360}, {360, 640}, {480, 480}}
	easy := len(samples())
	for n, s := range append(samples(), hard()...) {
		for i, size := range sizes {
			if i == 2 && n >= easy {
				continue
			}
			t.Run(fmt.Sprintf("%s-%dx%d", s.ID, size.X, size.Y), func(t *testing.T) {
				t.Parallel()
				c := composeFor(t, s, scene.Look{}, size, 8)
				for k, at := range []float64{4.1, 7.4} {
					for _, b := range inspect(c, at, k == 1 && n < easy) {
						t.Errorf("at %.1f s: %s", at, b)
					}
				}
			})
		}
	}
}

// looks are the presets, and brands whose colours are hard to read on or beside.
func looks() map[string]scene.Look {
	out := map[string]scene.Look{
		"yellow": {Primary: "#FFD400"}, "mint": {Primary: "#7FFFD4"}, "black": {Primary: "#000000"}, "grey": {Primary: "#808080"},
		"pink": {Primary: "#FFC0CB"}, "neon": {Primary: "#39FF14", Accent: "#FF00FF"}, "white": {Primary: "#FFFFFF"}, "brown": {Primary: "#3B2416"},
		"night": {Primary: "#0A0A12", Accent: "#2B2B33"}, "snow": {Primary: "#F4F1E8", Accent: "#FFFFFF"}, "flag": {Primary: "#FF0000", Accent: "#00FF00"},
		"twins":  {Primary: "#2457F5", Accent: "#2A5CF0"},
		"given":  {Primary: "#0B6E4F", Background: "#FAF3E0", Text: "#C9B458"},
		"dark":   {Primary: "#8A2BE2", Background: "#101014", Text: "#202028"},
		"boldmy": {Style: "bold", Primary: "#00AA88", Accent: "#FFEE00"}, "cinemy": {Style: "cinematic", Primary: "#AA0000"},
		"retrom": {Style: "retro", Primary: "#113355", Accent: "#EE8844"},
	}
	for _, s := range []string{"bold", "cinematic", "retro", "minimal", "flat", "gradient", "cartoon"} {
		out[s] = scene.Look{Style: s}
	}
	return out
}

// Every preset and the hard brands keep the rules, contrast on real pixels included.
// All scenes in all looks are too many for every run: each scene has some looks.
func TestLooksKeepTheRules(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("draws hundreds of frames")
	}
	var names []string
	for n := range looks() {
		names = append(names, n)
	}
	sort.Strings(names)
	every := os.Getenv("MOTION_ALL_LOOKS") != ""
	for i, s := range samples() {
		for k, n := range names {
			if !every && (i+k)%9 != 0 {
				continue
			}
			sizes := []image.Point{{640, 360}, {360, 640}, {480, 480}}
			if !every {
				sizes = sizes[(i+k/3)%3:][:1]
			}
			for _, size := range sizes {
				t.Run(fmt.Sprintf("%s-%s-%d", s.ID, n, size.X), func(t *testing.T) {
					t.Parallel()
					c := composeFor(t, s, looks()[n], size, 8)
					for _, b := range inspect(c, 7.4, true) {
						t.Error(b)
					}
				})
			}
		}
	}
}

// Nothing that is read covers a face: neither captions nor words nor the lower
// third, in any framing, side, format and direction of reading, at the closest view.
func TestFacesStayFree(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("draws hundreds of frames")
	}
	for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}, {384, 480}} {
		for _, framing := range []string{"", "close", "waist"} {
			for _, side := range []string{"", "left", "right"} {
				for _, lang := range []string{"en", "ar"} {
					for _, kind := range []scene.Kind{scene.Presenter, scene.Points} {
						s := scene.Scene{ID: "p", Kind: kind, Say: sampleSay, Framing: framing, Presenter: side, Language: lang, Headline: "Three moves, every single day",
							LowerThird: &scene.LowerThird{Name: "Ines Calloway-Bartholomew", Role: "Head of building programmes and residents’ affairs"},
							Overlay:    []string{"First we charge when power is cheap at night", "Share it at six"}, Items: []scene.Item{{Title: "One"}, {Title: "Two"}, {Title: "Three"}}}
						if kind == scene.Points {
							s.Overlay, s.LowerThird = nil, nil
						}
						name := fmt.Sprintf("%v %s %q %q %s", size, kind, framing, side, lang)
						c := composeFor(t, s, scene.Look{}, size, 8)
						slot := c.stage.Slot
						if slot == nil {
							t.Fatalf("%s: nobody stands there", name)
						}
						h := slot.Head * 1.035 * 1.12
						face := image.Rect(int(slot.EyeX-.34*h), int(slot.EyeY-.22*h), int(slot.EyeX+.34*h), int(slot.EyeY+.5*h)).Intersect(slot.Window)
						if !face.Intersect(c.stage.Captions).Empty() {
							t.Errorf("%s: captions %v on the face %v", name, c.stage.Captions, face)
						}
						for _, at := range []float64{2, 4, 7} {
							for _, v := range visible(c, at) {
								if !v.at.Intersect(face).Empty() {
									t.Errorf("%s: %.24q at %v on the face %v", name, v.block.Spec.Text, v.at, face)
								}
							}
						}
					}
				}
			}
		}
	}
}

// However long one of them is, the titles of a rail have one size.
func TestTitlesOfARailHaveOneSize(t *testing.T) {
	t.Parallel()
	items := []scene.Item{{Title: "Plan the route", Label: "2019"}, {Title: "Unload and check every single parcel twice", Label: "2020"}, {Title: "Sign", Label: "2021"}, {Title: "Drive", Label: "2022"}}
	for n := 4; n <= 8; n++ {
		for _, kind := range []scene.Kind{scene.Process, scene.Timeline} {
			c := composeFor(t, scene.Scene{ID: "s", Kind: kind, Headline: "A day", Items: items}, scene.Look{}, image.Pt(540, 960), 12)
			lo, hi := 1e9, 0.0
			for _, v := range visible(c, 1.65) { // before any is spoken of
				for _, it := range items {
					if v.block.Spec.Text == it.Title {
						lo, hi = min(lo, v.block.Size), max(hi, v.block.Size)
					}
				}
			}
			if hi == 0 || hi > 1.02*lo {
				t.Errorf("%s, %d: titles are from %.1f to %.1f px high", kind, len(items), lo, hi)
			}
		}
		items = append(items, scene.Item{Title: "Charge", Label: "2023"})
	}
}

// However long one of them is, the titles of an axis have one size but for the last, which
// is a little larger.
func TestTitlesOfAnAxisHaveOneSize(t *testing.T) {
	t.Parallel()
	items := []scene.Item{{Title: "First pilot", Label: "2019"}, {Title: "Unload and check every single parcel twice over", Label: "2020"}, {Title: "Sign", Label: "2021"}, {Title: "Drive", Label: "2022"}}
	for n := 4; n <= 6; n++ {
		c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Timeline, Headline: "A day", Items: items}, scene.Look{}, image.Pt(960, 540), 12)
		lo, hi := 1e9, 0.0
		for _, v := range visible(c, 11) {
			for i, it := range items {
				if size := v.block.Size; v.block.Spec.Text == it.Title {
					if i == len(items)-1 {
						size *= 3.4 / 3.8
					}
					lo, hi = min(lo, size), max(hi, size)
				}
			}
		}
		if hi == 0 || hi > 1.02*lo {
			t.Errorf("%d events: titles are from %.1f to %.1f px high", len(items), lo, hi)
		}
		items = append(items, scene.Item{Title: fmt.Sprint("Charge ", n), Label: "2023"})
	}
}

// A process of one step stands in the middle.
func TestAStepAloneStandsInTheMiddle(t *testing.T) {
	t.Parallel()
	c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Process, Headline: "How it works", Items: []scene.Item{{Title: "We visit you", Body: "One hour at your door"}}}, scene.Look{}, image.Pt(960, 540), 8)
	wide := 0.0
	for _, l := range c.stage.Layers {
		k, ok := l.(*layer)
		if !ok || k.sprite == nil {
			continue
		}
		b := k.sprite.Img.Rect
		if w := float64(b.Dx()) / c.u; w > 90 && w < 130 && float64(b.Dy()) > 20*c.u { // its card with the shadow
			wide = w
			if mid := (k.x + float64(b.Dx())/2) / c.u; mid < 84 || mid > 94 {
				t.Errorf("the card's middle is at %.1f u", mid)
			}
		}
	}
	if wide == 0 {
		t.Error("there is no card")
	}
}

const sampleSay = "First we charge when power is cheap at night. Then we share it at six when everybody cooks."

// Words on photos are readable whatever the photo shows: the foot and the row of the
// logo are as dark as it asks for.
func TestWordsOnPhotosAreReadable(t *testing.T) {
	t.Parallel()
	photo := func(at func(x, y int) color.RGBA) image.Image {
		img := image.NewRGBA(image.Rect(0, 0, 400, 300))
		for y := range 300 {
			for x := range 400 {
				img.SetRGBA(x, y, at(x, y))
			}
		}
		return img
	}
	for name, pic := range map[string]image.Image{
		"white": photo(func(_, _ int) color.RGBA { return color.RGBA{255, 255, 255, 255} }),
		"black": photo(func(_, _ int) color.RGBA { return color.RGBA{0, 0, 0, 255} }),
		"sky":   photo(func(_, y int) color.RGBA { return color.RGBA{uint8(120 + y/3), uint8(190 + y/6), 255, 255} }),
		"check": photo(func(x, y int) color.RGBA {
			return color.RGBA{uint8(x / 20 % 2 * 255), uint8(y / 20 % 2 * 255), 200, 255}
		}),
	} {
		for _, size := range []image.Point{{640, 360}, {360, 640}, {400, 400}} {
			for _, lang := range []string{"en", "he"} {
				t.Run(fmt.Sprintf("%s-%dx%d-%s", name, size.X, size.Y, lang), func(t *testing.T) {
					t.Parallel()
					s := scene.Scene{ID: "f", Kind: scene.Footage, Language: lang, Say: sampleSay, Asset: "p", Headline: "One battery for all the flats in the building", Subtitle: "And a sentence below it that says a little more"}
					b := &scene.Storyboard{Language: lang, Look: scene.Look{LogoText: "Commonwatt"}, Scenes: []scene.Scene{{ID: "a", Kind: scene.Title, Chapter: "Who pays"}, s, {ID: "z", Kind: scene.Title, Chapter: "Who saves"}}}
					c, err := compose(Input{Board: b, Index: 1, Theme: theme(t, b.Look), Fonts: sharedFonts, Size: size, Seconds: 7, Lines: say(.3, .3, sampleSay), Captions: true, Assets: map[string]image.Image{"p": pic}})
					if err != nil {
						t.Fatal(err)
					}
					for _, bad := range inspect(c, 6, true) {
						t.Error(bad)
					}
				})
			}
		}
	}
}

// Titles of one role have one size in a scene, also where a word has to be parted.
func TestTitlesOfOneRoleHaveOneSize(t *testing.T) {
	t.Parallel()
	items := []scene.Item{{Title: "Eigentümerversammlungsbeschluss", Body: "Mehrheit"}, {Title: "Genehmigungsplanung", Body: "Zwölf Wochen"}, {Title: "Tiefbauarbeiten", Body: "Straßenweise"}, {Title: "Bau", Body: "Im Mai"}}
	for _, kind := range []scene.Kind{scene.Process, scene.Grid, scene.Points} {
		for _, size := range []image.Point{wide1080, square1080} {
			c := composeFor(t, scene.Scene{ID: "s", Kind: kind, Language: "de", Headline: "Vier Schritte", Items: items}, scene.Look{}, size, 8)
			lo, hi := 1e9, 0.0
			for _, v := range visible(c, 1.2) { // before any is spoken of
				for i, it := range items {
					if v.block.Spec.Text == it.Title && !(kind == scene.Grid && i == 0) {
						lo, hi = min(lo, v.block.Size), max(hi, v.block.Size)
					}
				}
			}
			if hi == 0 || hi > 1.02*lo {
				t.Errorf("%s %v: titles are from %.1f to %.1f px high", kind, size, lo, hi)
			}
		}
	}
}
