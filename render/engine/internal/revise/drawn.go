package revise

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// A scene is drawn in another form: "show the features as steps instead of cards", "a table
// rather than the chart", "scene 3 as a three-step process".

// drawnKinds are what people call the forms that a scene may have, and the chart among them.
var drawnKinds = func() map[string]drawnKind {
	out := map[string]drawnKind{}
	for _, k := range []struct {
		kind         scene.Kind
		chart, words string
	}{
		{scene.Chart, "bar", "bar chart|bar graph|bars|balkendiagramm|säulendiagramm|balken"},
		{scene.Chart, "line", "line chart|line graph|liniendiagramm|linie"},
		{scene.Chart, "donut", "pie chart|donut chart|donut|pie|kreisdiagramm|tortendiagramm"},
		{scene.Chart, "", "chart|graph|diagram|diagramm|grafik"},
		{scene.Table, "", "table|tabelle"},
		{scene.Timeline, "", "timeline|zeitleiste|zeitstrahl"},
		{scene.Process, "", "process|steps|step list|flow|prozess|schritte|ablauf"},
		{scene.Grid, "", "cards|grid|tiles|icon grid|card grid|karten|kacheln"},
		{scene.Points, "", "bullet points|bullet list|bullets|list|checklist|liste|aufzählung|stichpunkte"},
	} {
		for _, w := range strings.Split(k.words, "|") {
			out[w] = drawnKind{k.kind, k.chart}
		}
	}
	return out
}()

type drawnKind struct {
	kind  scene.Kind
	chart string // bar, line, donut, "" = any
}

var (
	drawVerb = `(?:(?:please |bitte )?(?:show|see|make|turn|draw|display|present|put|have|render|use|do|convert|change|zeige?n?|zeigt|mach|mache|macht|stelle?|stellt|verwende|nimm) )`
	ofForm   = `(?:an? |eine?[rn]? )?(?:(?:simple|numbered|plain|clean|proper|real|little|small|(?:\d|two|three|four|five|six)[- ]step|einfache[rn]?|nummerierte) ){0,2}`
	aForm    = func() string {
		var words []string
		for w := range drawnKinds {
			words = append(words, w)
		}
		slices.SortFunc(words, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
		return `(` + strings.Join(words, "|") + `)`
	}()
	insteadOf = `(?:,? (?:and )?(?:instead of|rather than|not|statt|anstatt|anstelle|nicht)(?: as| als| in| einer| eines)? (?:an? |the |eine?[rsn]? |der |die |das )?(?:\p{L}+ )?` + aForm + `)`

	// drawnAs: what, the form, the form that it has.
	drawnAs = pattern.New(`(?i)^(` + drawVerb + `)?(?:the |our |die |den |das )?(.+?)(?:,|:)? (?:as|into|to|in the form of|als|in|zu) ` + ofForm + aForm + insteadOf + `?(?: dar)?$`)
	// madeA: what, the form.
	madeA = pattern.New(`(?i)^(?:please )?(?:make|turn) (?:the |our )?(.+?) (?:an? )(?:(?:simple|numbered|plain|clean|proper|real) )?` + aForm + insteadOf + `?$`)
	// formForForm: the form, the form that there is, where.
	formForForm = pattern.New(`(?i)^` + drawVerb + `?(?:(?:the |our )?(.{2,40}?): )?` + ofForm + aForm + insteadOf + `(?:,? (?:in|for|on|of|bei|für) (?:the )?(.+))?$`)
	// replacedForm: of what, the form that there is, the form, where.
	replacedForm = pattern.New(`(?i)^(?:replace|swap|exchange|ersetze?) (?:the |our |die |das |den )?(?:(.{2,40}?) )?` + aForm + ` (?:with|by|for|durch) ` + ofForm + aForm + `(?: in (.+))?$`)
	sceneNo      = pattern.New(`(?i)\b(?:scene|slide|szene|folie) ?#?(\d{1,2})\b`)
)

// drawnGist draws a scene in the form that an instruction names. errOther = it names none.
func (e *editor) drawnGist(g gist) (string, error) {
	text := strings.TrimSpace(sceneColon.ReplaceAllString(g.text, "$1 "))
	if strings.ContainsAny(text, `"“„«`) {
		return "", errOther
	}
	of, form, was := "", "", ""
	if f := replacedForm.FindStringSubmatch(text); f != nil {
		of, was, form = f[1]+" "+f[4], f[2], f[3]
	} else if f := formForForm.FindStringSubmatch(text); f != nil {
		of, form, was = f[1]+" "+f[4], f[2], f[3]
	} else if f := drawnAs.FindStringSubmatch(text); f != nil {
		if of, form, was = f[2], f[3], f[4]; f[1] == "" && was == "" && !sceneNo.MatchString(of) {
			return "", errOther
		}
	} else if f := madeA.FindStringSubmatch(text); f != nil {
		of, form, was = f[1], f[2], f[3]
	} else {
		return "", errOther
	}
	k, old := drawnKinds[strings.ToLower(form)], drawnKinds[strings.ToLower(was)]
	i, err := e.inForm(g.manner, of, old.kind)
	if err != nil {
		return "", err
	}
	s := &e.b.Scenes[i]
	done := fmt.Sprintf("scene %d already is a %s", i+1, k.kind)
	if s.Kind != k.kind && !(k.kind == scene.Chart && s.Series != nil) {
		if done, err = e.become(s, i+1, k.kind); err != nil {
			return "", err
		}
	}
	if k.chart != "" && s.Series != nil {
		s.Series.Type = k.chart
		done = fmt.Sprintf("scene %d is a %s chart", i+1, k.chart)
	}
	return done, nil
}

// sceneColon is a scene's number with a colon behind it.
var sceneColon = pattern.New(`(?i)^((?:scene|slide|szene|folie) ?#?\d{1,2}) ?[:,–-]+ `)

// inForm is the one scene that shows what is spoken of in a form, or, where none has that
// form, in any. errOther = none shows it.
func (e *editor) inForm(m *manner, of string, was scene.Kind) (int, error) {
	if f := sceneNo.FindStringSubmatch(of); f != nil {
		n, _ := strconv.Atoi(f[1])
		is, err := e.counted(n)
		if err != nil {
			return 0, err
		}
		return is[0], nil
	}
	words := slices.DeleteFunc(m.topic(of), func(w string) bool { return drawnKinds[w].kind != "" })
	shown := func(s *scene.Scene) bool {
		return showsList(*s) || s.Kind == scene.Number && len(s.Items) > 0 || s.Series != nil || len(s.Rows) > 0 || len(s.Columns) > 0
	}
	has := func(s *scene.Scene) bool {
		return s.Kind == was || was == scene.Points && showsList(*s) || was == scene.Chart && s.Series != nil
	}
	var in, formed []int
	for i := range e.b.Scenes {
		s := &e.b.Scenes[i]
		if !shown(s) || e.recaps(i) || len(words) > 0 && !names(sceneText(s), words) {
			continue
		}
		if in = append(in, i); has(s) {
			formed = append(formed, i)
		}
	}
	if len(in) == 0 && len(words) > 0 { // "the membership numbers" are under "Members"
		words = slices.DeleteFunc(words, attribute.MatchString)
		for i := range e.b.Scenes {
			if s := &e.b.Scenes[i]; shown(s) && !e.recaps(i) && len(words) > 0 && headedBy(s.Headline, words) {
				in = append(in, i)
			}
		}
	}
	if len(formed) > 0 {
		in = formed
	}
	if own := slices.DeleteFunc(slices.Clone(in), func(i int) bool { return names(e.b.Scenes[i].Headline, words) }); len(words) > 0 && len(own) < len(in) && len(own) > 0 { // under a heading that says so
		in = slices.DeleteFunc(in, func(i int) bool { return slices.Contains(own, i) })
	}
	if own := slices.DeleteFunc(slices.Clone(in), e.repeats); len(own) == 1 {
		in = own
	}
	switch len(in) {
	case 0:
		if i, err := e.scenePart(m, of); err == nil && len(words) > 0 {
			return i, nil
		}
		return 0, errOther
	case 1:
		return in[0], nil
	}
	return 0, fmt.Errorf("which of them: scene %s? Say it with its number", numbers(in))
}

// tabled are the rows of a table, under a head row, of what a scene shows; nil = its entries
// are of one part each.
func tabled(s *scene.Scene) [][]string {
	rows := [][]string{{"", ""}}
	if x := s.Series; x != nil {
		rows[0][1] = cmp.Or(strings.TrimSpace(x.Unit), s.Headline)
		for k, label := range x.Labels {
			row := []string{label, strconv.FormatFloat(x.Values[k], 'f', -1, 64)}
			if k < len(x.Other) {
				row = append(row, strconv.FormatFloat(x.Other[k], 'f', -1, 64))
			}
			rows = append(rows, row)
		}
		if len(x.Other) > 0 && len(s.Items) > 1 { // they name both
			rows[0] = []string{"", s.Items[0].Title, s.Items[1].Title}
		}
		return rows
	}
	if s.Kind == scene.Number && s.Figure != nil && s.Label != "" {
		rows = append(rows, []string{s.Label, telling.FigureText(s.Figure)})
	}
	for _, it := range s.Items {
		cells := slices.DeleteFunc([]string{it.Label, it.Title, it.Body, it.Value}, func(t string) bool { return t == "" })
		if it.Label != "" && strings.Trim(it.Label, "0123456789") == "" && len(cells) > 2 { // the number of a step
			cells = cells[1:]
		}
		if len(cells) < 2 {
			return nil
		}
		rows = append(rows, cells[:2])
	}
	rows[0][1] = s.Headline
	if len(rows) < 3 {
		return nil
	}
	return rows
}

// headedBy tells whether every word is kin to one of a heading: both begin with the same letters.
func headedBy(head string, words []string) bool {
	have := wordRE.FindAllString(strings.ToLower(head), -1)
	return !slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(have, func(h string) bool {
			n := min(len(h), len(w)) - 1
			return sameWord(h, w) || n >= 5 && h[:n] == w[:n]
		})
	})
}

// goneRow: what, of which scene.
var goneRow = pattern.New(`(?i)^(?:please )?(?:remove|delete|drop|cut|take out|leave out|get rid of|lose|skip) (?:the )?(.+?) (?:row|line|entry)(?:(?:,)? (?:from|in|of|out of) (?:the |that )?(?:\p{L}+ )?table)?(?:,? (?:in|of|from) scene (\d{1,2}))?$`)

// rowGist takes a row out of the one table that has it.
func (e *editor) rowGist(g gist) (string, error) {
	f := goneRow.FindStringSubmatch(g.text)
	if f == nil {
		return "", errOther
	}
	at, row := -1, 0
	for i, s := range e.b.Scenes {
		for k := 1; k < len(s.Rows); k++ {
			if len(s.Rows[k]) == 0 || !names(s.Rows[k][0], nameWords(f[1])) || f[2] != "" && f[2] != strconv.Itoa(i+1) {
				continue
			}
			if at >= 0 {
				return "", fmt.Errorf("which row: that of scene %d or %d?", at+1, i+1)
			}
			at, row = i, k
		}
	}
	if at < 0 {
		return "", errOther
	}
	s := &e.b.Scenes[at]
	if len(s.Rows) < 4 {
		return "", fmt.Errorf("one row is no table: write remove scene %d, or make scene %d a statement", at+1, at+1)
	}
	gone := strings.Join(s.Rows[row], ", ")
	s.Rows = slices.Delete(s.Rows, row, row+1)
	done := fmt.Sprintf("the table of scene %d no longer has %q", at+1, gone)
	if heard(s.Say, nameWords(f[1])[0]) {
		done += fmt.Sprintf("; the scene still says %q", telling.Clip(s.Say, 60))
	}
	return done, nil
}
