package revise

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// point changes the value of a chart that has a label: "Q2 should be 7".
func (e *editor) point(x edit.Edit) (string, error) {
	v, ok := telling.Number(strings.TrimLeft(x.With, "€$£¥₪"), e.b.Language)
	if m := amountRE.FindStringSubmatch(x.With); m != nil && !ok { // "280k" of thousands, "3.6 million" as it is said
		for _, s := range e.b.Scenes {
			if u := cmp.Or(m[3], m[1]); s.Series != nil && (strings.EqualFold(u, s.Series.Unit) || u != "" && heard(s.Say, " "+u)) {
				v, ok = telling.Number(m[2], e.b.Language)
			}
		}
	}
	var found []string
	told := "; the words stay"
	for i := range e.b.Scenes {
		d := e.b.Scenes[i].Series
		if d == nil || !ok {
			continue
		}
		for k, label := range d.Labels {
			if strings.EqualFold(label, strings.TrimSpace(x.Text)) && k < len(d.Values) {
				found = append(found, fmt.Sprintf("scene %d draws %s at %s instead of %g", i+1, label, x.With, d.Values[k]))
				was := d.Values[k]
				d.Values[k] = v
				if e.sayPoint(i, was, x.With) {
					told = ", and says so"
				}
			}
		}
	}
	if len(found) == 0 {
		if done, err := e.labelled(x); !errors.Is(err, errOther) {
			return done, err
		}
	}
	if year := strings.TrimSpace(x.Text); len(found) == 0 && bareNumber(year) == year { // "2024 should be 2025"
		return e.replace(edit.Edit{Text: year, With: x.With, Scenes: x.Scenes})
	}
	switch len(found) {
	case 0:
		return "", fmt.Errorf("no chart has a value named %q: write replace \"old\" with \"new\"", x.Text)
	case 1:
		return found[0] + told, nil
	}
	return "", fmt.Errorf("%d charts have a value named %q: edit the storyboard file", len(found), x.Text)
}

// labelled changes the number of the item that a label names: of "Q3" on a line of time.
// errOther = no item has that label.
func (e *editor) labelled(x edit.Edit) (string, error) {
	with := bareNumber(strings.TrimSpace(x.With))
	told := []string{}
	for i := range e.b.Scenes {
		for _, it := range e.b.Scenes[i].Items {
			if !strings.EqualFold(it.Label, strings.TrimSpace(x.Text)) || with == "" {
				continue
			}
			old := telling.DigitsRE.FindString(cmp.Or(it.Value, it.Title))
			if old == "" || len(e.numbersOf(i, old)) != 1 {
				return "", fmt.Errorf("which number of scene %d is that of %s? Write in scene %d replace \"old\" with \"new\"", i+1, it.Label, i+1)
			}
			if e.substitute([]int{i}, old, with) > 0 {
				told = append(told, fmt.Sprintf("scene %d gives %s as %s instead of %s", i+1, it.Label, with, old))
			}
		}
	}
	if len(told) == 0 {
		return "", errOther
	}
	return strings.Join(told, "; "), nil
}

// numbersOf are the items of a scene that have a number.
func (e *editor) numbersOf(i int, number string) (in []int) {
	for k, it := range e.b.Scenes[i].Items {
		if heard(it.Title, number) || heard(it.Value, number) {
			in = append(in, k)
		}
	}
	return in
}

// aPoint is a value with its label: "Biomass 12". Groups: the label, the value.
var aPoint = pattern.New(`^(\p{L}.{0,30}?)[:= ]+(\d[\d.,]*)$`)

// addPoint gives the one chart of the video another value. errOther = it is not asked for
// one.
func (e *editor) addPoint(x edit.Edit) (string, error) {
	f := aPoint.FindStringSubmatch(strings.TrimSpace(x.Text))
	name := nameWords(x.With)
	if f == nil || len(name) == 0 || kindOf[name[len(name)-1]] != scene.Chart {
		return "", errOther
	}
	v, ok := telling.Number(f[2], e.b.Language)
	at := -1
	for i, s := range e.b.Scenes {
		if s.Series != nil && at < 0 {
			at = i
		} else if s.Series != nil {
			return "", errors.New("which chart? Edit the storyboard file")
		}
	}
	switch {
	case at < 0 || !ok:
		return "", errOther
	case e.plots(f[1]):
		return e.point(edit.Edit{Text: f[1], With: f[2]})
	}
	d := e.b.Scenes[at].Series
	if len(d.Other) > 0 || len(d.Values) >= mostPoints {
		return "", fmt.Errorf("the chart of scene %d has no room for another value: edit the storyboard file", at+1)
	}
	d.Labels, d.Values = append(d.Labels, f[1]), append(d.Values, v)
	return fmt.Sprintf("scene %d also draws %s at %s; the words stay", at+1, f[1], f[2]), nil
}

// Words for a value that joins a chart, or leaves it.
var (
	joinsChart  = pattern.New(`(?i)^(?:add|insert|include|füge?|ergänze?|añad[ei]r?|agreg[au]e?|ajoute[zr]?|ajouter) (?:(?:an?|eine?n?|une?|un) (?:bar|value|point|column|slice|balken|wert|säule|barra|valor|barre|valeur)\s?(?:for|für|para|pour)? )?(.+?)(?: (?:to|in|on|zum|im|in|al|en|au|dans) (?:(?:the|das|dem|el|la|le) )?(?:bar |line |pie )?(?:chart|graph|diagram|diagramm|gráfico|graphique)(?: hinzu)?)?$`)
	leavesChart = pattern.New(`(?i)^(?:remove|delete|drop|take|cut|entferne?|streiche?|lösche?|nimm|quita|elimina|supprime[zr]?|enlève|retire[zr]?) (.+?)(?: out)? (?:from|of|out of|in|aus|im|del|de la|du) (?:(?:the|dem|das|el|la|le) )?(?:bar |line |pie )?(?:chart|graph|diagram|diagramm|gráfico|graphique)$`)
	chartLead   = pattern.New(`(?i)^(?:in |on |im |en |dans )?(?:the |das |dem |el |le )?(?:bar |line |pie )?(?:chart|graph|diagram|diagramm|gráfico|graphique)\s?[:,] ?`)
	pointIs     = pattern.New(`(?i)^(\p{L}[^\d,:(]{0,30}?)(?:,|:| is| are| was| should be| must be| ist| soll| es| est| =)?(?: now| jetzt| only| nur)? ([€$£¥]?\d[\d.,]*) ?(?:%|\p{L}+)?(?:,? (?:instead of|not|rather than|statt|nicht|en vez de|no|au lieu de|pas) [€$£¥]?\d[\d.,]* ?(?:%|\p{L}+)?)?$`)
	pointForm   = pattern.New(`(?i)^(\p{L}[^\d,:(]{0,30}?)(?: with| at| of| mit| bei| con| avec| à|:| =)? ?\(?([€$£¥]?)(\d[\d.,]*)\s?(%|\p{L}+)?\)?$`)
)

// chartGist lets a value join the one chart of the video, or leave it: "add Thursday with 13
// minutes to the chart", "take Friday out of the chart".
func (e *editor) chartGist(g gist) (string, error) {
	if f := leavesChart.FindStringSubmatch(g.text); f != nil {
		for i := range e.b.Scenes {
			d := e.b.Scenes[i].Series
			if d == nil || !e.plots(f[1]) {
				continue
			}
			k := slices.IndexFunc(d.Labels, func(l string) bool { return strings.EqualFold(l, strings.TrimSpace(f[1])) })
			if k < 0 || k >= len(d.Values) || len(d.Values) < 3 || len(d.Other) > 0 {
				return "", fmt.Errorf("the chart of scene %d needs all its values: edit the storyboard file", i+1)
			}
			gone := d.Labels[k]
			d.Labels, d.Values = slices.Delete(d.Labels, k, k+1), slices.Delete(d.Values, k, k+1)
			switch {
			case d.Focus != nil && *d.Focus == k:
				d.Focus = nil
			case d.Focus != nil && *d.Focus > k:
				*d.Focus--
			}
			done := fmt.Sprintf("the chart of scene %d no longer draws %s", i+1, gone)
			if heard(e.b.Scenes[i].Say, gone) {
				done += fmt.Sprintf("; scene %d still says %q", i+1, telling.Clip(e.b.Scenes[i].Say, 60))
			}
			return done, nil
		}
	}
	if f := pointIs.FindStringSubmatch(chartLead.ReplaceAllString(g.text, "")); f != nil && e.plots(f[1]) {
		return e.point(edit.Edit{Text: f[1], With: f[2]})
	}
	f := joinsChart.FindStringSubmatch(g.text)
	if f == nil || !slices.ContainsFunc(e.b.Scenes, func(s scene.Scene) bool { return s.Series != nil }) {
		return "", errOther
	}
	p := pointForm.FindStringSubmatch(strings.TrimSuffix(f[1], "."))
	named := strings.Contains(g.text, f[1]+" ") && !strings.HasSuffix(g.text, f[1]) // "… to the chart"
	if p == nil || !named && !barWord.MatchString(g.text) {
		return "", errOther
	}
	return e.addPoint(edit.Edit{Text: p[1] + " " + p[3], With: "chart"})
}

// barWord is a word for a value of a chart.
var barWord = pattern.New(`(?i)^\S+ \S+ (?:bar|value|point|column|slice|balken|wert|säule|barra|valor|barre|valeur)\b`)

// mostPoints is how many values a chart that an edit fills has at most.
const mostPoints = 12

// ofPicture is a word for what shows a value, behind its name: "the Actual column".
var ofPicture = pattern.New(`(?i) (?:column|bar|slice|side|line|value|figure|number|one|spalte|balken|säule|columna|barra|colonne|barre|kolom|balk)$`)

// focus lets one thing stand out from those beside it: a value of a chart, a column of a
// comparison.
func (e *editor) focus(x edit.Edit) (string, error) {
	where, err := e.named(edit.Edit{Scenes: x.Scenes})
	if err != nil {
		return "", err
	}
	x.Text = ofPicture.ReplaceAllString(x.Text, "")
	words := nameWords(x.Text)
	for i := range e.b.Scenes {
		s := &e.b.Scenes[i]
		if len(where) > 0 && !slices.Contains(where, i) {
			continue
		}
		if s.Series != nil {
			for k, label := range s.Series.Labels {
				if strings.EqualFold(label, strings.TrimSpace(x.Text)) || len(words) > 0 && names(label, words) {
					s.Series.Focus = &k
					return fmt.Sprintf("%s stands out in the chart of scene %d", label, i+1), nil
				}
			}
		}
		for k := range s.Columns {
			if len(words) > 0 && names(s.Columns[k].Title, words) {
				for j := range s.Columns {
					s.Columns[j].Winner = j == k
				}
				return fmt.Sprintf("%s stands out in scene %d", s.Columns[k].Title, i+1), nil
			}
		}
	}
	if m := mannerOf(e.b.Language); m != nil && !telling.DigitsRE.MatchString(x.Text) { // "the parcel number"
		if i, err := e.scenePart(m, x.Text); err == nil && (len(where) == 0 || slices.Contains(where, i)) {
			if f := e.writer().Figures(e.b.Scenes[i].Say); len(f) == 1 {
				x.Text = f[0].Text
			}
		}
	}
	if n := telling.DigitsRE.FindString(x.Text); n != "" { // a number by itself is a picture
		var says []unit
		for _, u := range e.units() {
			if heard(u.text, n) && (len(where) == 0 || slices.Contains(where, u.scene)) {
				says = append(says, u)
			}
		}
		if len(says) == 1 {
			i := says[0].scene
			if s := &e.b.Scenes[i]; s.Kind == scene.Number {
				return "", fmt.Errorf("scene %d already shows nothing but its number, as large as it can be", i+1)
			}
			return e.become(&e.b.Scenes[i], i+1, scene.Number)
		}
	}
	return "", fmt.Errorf("values of charts and columns of comparisons stand out, and there is none named %q: write make scene N a statement, or change the headline of scene N to …", x.Text)
}

// sayPoint says a value of the chart of scene i as it is now, where it is said once and no
// other value of the chart is the same.
func (e *editor) sayPoint(i int, was float64, with string) bool {
	s := &e.b.Scenes[i]
	is := ""
	if m := amountRE.FindStringSubmatch(with); m != nil {
		is = m[2]
	}
	old := ""
	for _, f := range e.writer().Figures(s.Say) {
		if v, ok := telling.Number(f.Text, e.b.Language); ok && v == was {
			if old != "" {
				return false
			}
			old = f.Text
		}
	}
	if old == "" || is == "" || slices.Contains(s.Series.Values, was) {
		return false
	}
	return e.substitute([]int{i}, old, is) > 0
}

// plotted changes the one value of a chart that is what is replaced.
func (e *editor) plotted(where []int, old, with string) int {
	was, ok1 := telling.Number(strings.TrimLeft(old, "€$£¥₪"), e.b.Language)
	is, ok2 := telling.Number(strings.TrimLeft(with, "€$£¥₪"), e.b.Language)
	n := 0
	for i := range e.b.Scenes {
		d := e.b.Scenes[i].Series
		if d == nil || !ok1 || !ok2 || len(where) > 0 && !slices.Contains(where, i) {
			continue
		}
		at := -1
		for k, v := range d.Values {
			if v == was && at >= 0 {
				at = -2
				break
			}
			if v == was {
				at = k
			}
		}
		if at >= 0 {
			d.Values[at] = is
			n++
		}
	}
	return n
}

// plots tells whether a chart has a value of that name.
func (e *editor) plots(label string) bool {
	return slices.ContainsFunc(e.b.Scenes, func(s scene.Scene) bool {
		return s.Series != nil && slices.ContainsFunc(s.Series.Labels, func(l string) bool { return strings.EqualFold(l, strings.TrimSpace(label)) })
	})
}
