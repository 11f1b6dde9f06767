package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/tongue"
)

func TestDated(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][2]string{
		"2024 pilot": {"2024", "pilot"}, "rollout in 3 cities in March 2025": {"March 2025", "rollout in 3 cities"}, "Q3: beta": {"Q3", "beta"},
		"by March it is in your cup": {"March", "it is in your cup"}, "12 May: doors open": {"12 May", "doors open"}, "a fast setup": {}, "3 cities": {},
	} {
		date, event, _ := Dated(s)
		if date != want[0] || event != want[1] {
			t.Errorf("%q: %q, %q; want %q", s, date, event, want)
		}
	}
}

func TestSeries(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]struct {
		kind, unit string
		values     []float64
	}{
		"bar chart of cups per day: Finland 4, Sweden 3.2, Germany 2.6, Italy 2.1": {"bar", "cups per day", []float64{4, 3.2, 2.6, 2.1}},
		"line chart: Jan 10, Feb 14, Mar 19 and Apr 23":                            {"line", "", []float64{10, 14, 19, 23}},
		"donut: A 40 %, B 35 %, C 25 %":                                            {"donut", "%", []float64{40, 35, 25}},
		"chart with 2021: 12, 2022: 18, 2023: 31":                                  {"line", "", []float64{12, 18, 31}},
		"bar chart of revenue: north €4, south €7":                                 {"bar", "€", []float64{4, 7}},
		"donut chart: 62 % patched, 38 % open":                                     {"donut", "%", []float64{62, 38}},
		"pie chart, 45% email, 30% chat, 25% phone":                                {"donut", "%", []float64{45, 30, 25}},
		"bar chart with 120 orders in March, 180 in April and 260 in May":          {"bar", "orders", []float64{120, 180, 260}},
		"A bar chart with Jan 12, Feb 18, Mar 30":                                  {"bar", "", []float64{12, 18, 30}},
		"Balkendiagramm: 62 % gepatcht, 38 % offen":                                {"bar", "%", []float64{62, 38}},
		"gráfico de barras con 40 % Madrid, 35 % Sevilla":                          {"bar", "%", []float64{40, 35}},
		"棒グラフ：3月 120件、4月 180件、5月 260件":                                             {"bar", "件", []float64{120, 180, 260}},
		"棒グラフ（東京40%、大阪35%、福岡25%）":                                                  {"bar", "%", []float64{40, 35, 25}},
		"売上の棒グラフ 2022年 1.2億円、2023年 1.8億円":                                          {"bar", "億円", []float64{1.2, 1.8}},
		"饼图：北京 40%，上海 60%":                                                         {"donut", "%", []float64{40, 60}},
	} {
		got := SeriesIn(s, "en")
		if got == nil || got.Type != want.kind || got.Unit != want.unit || len(got.Values) != len(want.values) {
			t.Errorf("%q: %+v", s, got)
			continue
		}
		for i := range want.values {
			if got.Values[i] != want.values[i] {
				t.Errorf("%q: value %d is %g, want %g", s, i, got.Values[i], want.values[i])
			}
		}
	}
	if got := SeriesIn("bar chart of gas used: 2022 410 MWh, 2023 280 MWh, 2024 150 MWh", "en"); got == nil || *got.Focus != 2 {
		t.Errorf("years end with the newest: %+v", got)
	}
	for _, s := range []string{"a bar chart of our growth rises slowly", "a chart with 3 bars, 4 colours", "bar chart, 3 bars in blue, 5 seconds"} {
		if got := SeriesIn(s, "en"); got != nil {
			t.Errorf("%q has no data: %+v", s, got)
		}
	}
}

func TestSpeedsKeepTheirUnit(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"The speed limit is 8 km/h.", "Winds reached 90 mph."} {
		fs := (&Writer{Wording: tongue.English, Lang: "en"}).Figures(s)
		if len(fs) != 1 || !strings.HasSuffix(strings.TrimSuffix(s, "."), fs[0].Suffix) || len(fs[0].Suffix) < 3 {
			t.Errorf("%s: %+v", s, fs)
		}
	}
}
