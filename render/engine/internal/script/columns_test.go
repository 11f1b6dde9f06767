package script

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

func TestColumnNames(t *testing.T) {
	t.Parallel()
	for head, want := range map[string]string{
		"solar_mwh": "Solar|MWh", "cost_per_mwh_eur": "Cost per MWh|€", "Revenue (EUR)": "Revenue|€", "Churn %": "Churn|%",
		"First reply (h)": "First reply|h", "Customers": "Customers|", "units_sold": "Units sold|", "energy_per_kwh": "Energy per kWh|",
	} {
		if name, unit := columnName(head); name+"|"+unit != want {
			t.Errorf("%s is %s in %q, want %s", head, name, unit, want)
		}
	}
	en, de := &writer{Writer: telling.Writer{Wording: tongue.All["en"]}}, &writer{Writer: telling.Writer{Wording: tongue.All["de"]}}
	for _, c := range []struct {
		w                 *writer
		value, unit, want string
	}{
		{en, "4200000", "€", "€4.2M"}, {en, "2750000", "", "2.75M"}, {en, "4200123", "€", "€4,200,123"}, {en, "12400", "MWh", "12,400 MWh"}, {en, "61.2", "€", "€61.2"},
		{de, "12400.5", "", "12.400,5"}, {en, "3.4", "%", "3.4%"}, {en, "n/a", "%", "n/a"}, {en, "1,240", "MWh", "1,240 MWh"},
	} {
		if got := c.w.amountOf(c.value, c.unit); got != c.want {
			t.Errorf("%s of %q is %q, want %q", c.value, c.unit, got, c.want)
		}
	}
}

// TestDataFromFiles: an order to show data is no word to say, and the values of a
// comparison are looked up.
func TestDataFromFiles(t *testing.T) {
	t.Parallel()
	dir := folderWith(t, map[string]string{
		"energy.csv": "quarter,solar_mwh,cost_per_mwh_eur\n2025 Q1,1240,61.2\n2025 Q2,2980,54.8\n2025 Q3,3320,49.5\n",
		"sites.csv":  "Region,Revenue (EUR),Churn %\nNordics,4200000,2.1\nDACH,6900000,3.4\nIberia,1800000,5.8\n",
	})
	b := write(t, Request{Dir: dir, Seconds: 60, Spec: manifest.Spec{Context: []string{"energy.csv", "sites.csv"},
		PositivePrompt: "Make a quarterly results update for the board of Nordwind. Show solar output by quarter as a chart, the falling cost per MWh, and revenue by region as a table. Compare DACH with Iberia on churn."}})
	var said []string
	kinds := map[scene.Kind]int{}
	for _, s := range b.Scenes {
		said, kinds[s.Kind] = append(said, s.Say), kinds[s.Kind]+1
		if s.Kind == scene.Compare && (s.Columns[0].Rows[0].Value != "3.4%" || s.Columns[1].Rows[0].Value != "5.8%") {
			t.Errorf("compared: %+v", s.Columns)
		}
	}
	all := strings.Join(said, " ")
	if kinds[scene.Chart] < 3 || kinds[scene.Compare] != 1 || strings.Contains(all, "as a chart") || !strings.Contains(all, "Nordics €4.2M") || !strings.Contains(all, "from €61.2 in 2025 Q1 to €49.5 in 2025 Q3") {
		t.Errorf("%v: %s", kinds, all)
	}
	b = write(t, Request{Seconds: 20, Spec: manifest.Spec{PositivePrompt: "Make an update for the board of Nordwind. Show revenue by region as a table. The refit cost 2.4 million euros."}})
	if n := notesOf(b); !strings.Contains(n, "gives its values") {
		t.Errorf("no note: %s", n)
	}
	for _, s := range b.Scenes {
		if s.Figure != nil && s.Figure.Prefix+s.Figure.Text+s.Figure.Suffix != "€2.4M" {
			t.Errorf("the price is %+v", s.Figure)
		}
	}
}

// TestColumnsWithoutNames: rows whose first cell is empty are no values.
func TestColumnsWithoutNames(t *testing.T) {
	t.Parallel()
	dir := folderWith(t, map[string]string{"a.csv": "month,revenue\n,10\n,20\n,30\n", "b.csv": "month,costs\nJan,10\n,20\n,30\n"})
	write(t, Request{Dir: dir, Seconds: 40, Spec: manifest.Spec{Context: []string{"a.csv", "b.csv"}, PositivePrompt: "Make an update on revenue and costs for the board of Nordwind."}})
}
