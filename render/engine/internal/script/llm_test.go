package script

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/llm"
)

const teaPrompt = "Create a 20 second video about Leafly, a tea subscription. It costs €9 a month. Boxes arrive every 2 weeks. Visit leafly.example"

// model is a server that answers chats with the given contents, in turn.
func model(t *testing.T, answers ...string) (*llm.LLM, *atomic.Int32, *[]string) {
	t.Helper()
	var calls atomic.Int32
	var asked []string
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := int(calls.Add(1)) - 1
		body, _ := io.ReadAll(r.Body)
		asked = append(asked, string(body))
		if r.URL.Path != "/v1/chat/completions" || r.Header.Get("Authorization") != "Bearer secret-key" {
			t.Errorf("request %s %q", r.URL.Path, r.Header.Get("Authorization"))
		}
		if n >= len(answers) {
			n = len(answers) - 1
		}
		if answers[n] == "" {
			w.WriteHeader(http.StatusTooManyRequests)
			io.WriteString(w, `{"error":{"message":"quota of secret-key used up"}}`)
			return
		}
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"role": "assistant", "content": answers[n]}, "finish_reason": "stop"}}})
	}))
	t.Cleanup(srv.Close)
	return &llm.LLM{BaseURL: srv.URL + "/v1", Key: "secret-key", Model: "test-model", CacheDir: t.TempDir()}, &calls, &asked
}

func draftJSON(price string) string {
	d := draft{Title: "Leafly", Scenes: []draftScene{
		{Kind: "title", Say: "When did tea last surprise you?", Headline: "Tea, delivered"},
		{Kind: "presenter", Say: "Leafly is a tea subscription.", Headline: "A tea subscription"},
		{Kind: "number", Say: "It costs " + price + " a month.", Label: "Per month", Figure: price},
		{Kind: "end", Say: "Visit leafly.example.", Headline: "Your first box", URL: "leafly.example"},
	}}
	for i := range d.Scenes {
		d.Scenes[i].Items = []draftItem{}
	}
	out, err := json.Marshal(d)
	if err != nil {
		panic(err)
	}
	return string(out)
}

func notes(t *testing.T, r Request) (string, string) {
	t.Helper()
	b, err := Write(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	var n, said strings.Builder
	for _, x := range b.Notes {
		n.WriteString(x.Text + "\n")
	}
	for _, s := range b.Scenes {
		said.WriteString(s.Say + "\n")
	}
	return n.String(), said.String()
}

func TestModelWrites(t *testing.T) {
	t.Parallel()
	l, calls, asked := model(t, draftJSON("€9"))
	r := Request{Spec: manifest.Spec{PositivePrompt: teaPrompt}, LLM: l}
	for range 2 {
		n, said := notes(t, r)
		if !strings.Contains(said, "When did tea last surprise you?") || !strings.Contains(n, "test-model") {
			t.Errorf("said %q, notes %q", said, n)
		}
	}
	if calls.Load() != 1 {
		t.Errorf("%d calls: the second answer must come from the cache", calls.Load())
	}
	for _, want := range []string{`"temperature":0`, `"json_schema"`, `"strict":true`, "Leafly"} {
		if !strings.Contains((*asked)[0], want) {
			t.Errorf("the request lacks %s", want)
		}
	}
}

func TestModelIsRepairedOnce(t *testing.T) {
	t.Parallel()
	l, calls, asked := model(t, draftJSON("€19"), draftJSON("€9"))
	_, said := notes(t, Request{Spec: manifest.Spec{PositivePrompt: teaPrompt}, LLM: l})
	if calls.Load() != 2 || !strings.Contains(said, "It costs €9 a month.") {
		t.Errorf("%d calls, said %q", calls.Load(), said)
	}
	if !strings.Contains((*asked)[1], "the number 19 is not in the sources") {
		t.Error("the repair round does not say what is wrong")
	}
}

func TestModelFailsVisibly(t *testing.T) {
	t.Parallel()
	for name, answers := range map[string][]string{
		"invented fact twice": {draftJSON("€19")},
		"not JSON":            {"Sure! Here is your video."},
		"unknown field":       {`{"title":"x","scenes":[],"mood":"great"}`},
		"refused":             {""},
	} {
		l, calls, _ := model(t, answers...)
		n, said := notes(t, Request{Spec: manifest.Spec{PositivePrompt: teaPrompt}, LLM: l})
		if !strings.Contains(n, "the language model was not used") || !strings.Contains(said, "It costs €9 a month.") {
			t.Errorf("%s: notes %q, said %q", name, n, said)
		}
		if strings.Contains(n, "secret-key") {
			t.Errorf("%s: the key is in the notes: %s", name, n)
		}
		if calls.Load() > 2 {
			t.Errorf("%s: %d calls", name, calls.Load())
		}
	}
}

// TestModelAnswersThatCannotBeUsed: whatever a server says, the built-in writer
// takes over, the note says why, and a bad answer is not kept.
func TestModelAnswersThatCannotBeUsed(t *testing.T) {
	t.Parallel()
	quote := strings.Replace(draftJSON("€9"), `"kind":"presenter","say":"Leafly is a tea subscription."`, `"kind":"quote","say":"Ann Lee says: best tea ever."`, 1)
	quote = strings.Replace(quote, `"name":""`, `"name":"Ann Lee"`, 2)
	for name, answer := range map[string]string{
		"an invented person": strings.Replace(quote, `"name":"Ann Lee"`, `"name":""`, 1),
		"two values":         draftJSON("€9") + draftJSON("€9"),
		"an empty object":    "{}",
		"a list":             "[]",
		"broken characters":  "{\"title\":\"\xff\"}",
		"an invented figure": strings.Replace(draftJSON("€9"), `"items":[]`, `"items":[{"title":"Over 5000 fans","body":""}]`, 1),
	} {
		l, calls, _ := model(t, answer)
		r := Request{Spec: manifest.Spec{PositivePrompt: teaPrompt}, LLM: l}
		n, said := notes(t, r)
		if !strings.Contains(n, "the language model was not used") || !strings.Contains(said, "It costs €9 a month.") {
			t.Errorf("%s: notes %q, said %q", name, n, said)
		}
		first := calls.Load()
		notes(t, r)
		if calls.Load() == first {
			t.Errorf("%s: the bad answer came from the cache", name)
		}
	}
}

func TestModelServersThatMisbehave(t *testing.T) {
	t.Parallel()
	for name, h := range map[string]http.HandlerFunc{
		"a redirect": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/elsewhere", http.StatusTemporaryRedirect)
		},
		"a page":   func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<html>sign in, secret-key</html>") },
		"nothing":  func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, `{"choices":[]}`) },
		"too much": func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, strings.Repeat("x", 3<<20)) },
		"half": func(w http.ResponseWriter, _ *http.Request) {
			io.WriteString(w, `{"choices":[{"message":{"content":"{}"},"finish_reason":"length"}]}`)
		},
	} {
		srv := httptest.NewServer(h)
		l := &llm.LLM{BaseURL: srv.URL + "/v1", Key: "secret-key", Model: "m", CacheDir: t.TempDir()}
		n, said := notes(t, Request{Spec: manifest.Spec{PositivePrompt: teaPrompt}, LLM: l})
		srv.Close()
		if !strings.Contains(n, "the language model was not used") || strings.Contains(n, "secret-key") || !strings.Contains(said, "€9") {
			t.Errorf("%s: notes %q", name, n)
		}
	}
}

// TestModelServersWithHabits: what servers commonly do beside the plain answer.
func TestModelServersWithHabits(t *testing.T) {
	t.Parallel()
	answer := func(w http.ResponseWriter, text string) {
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"role": "assistant", "content": text}, "finish_reason": "stop"}}})
	}
	for name, h := range map[string]func(n int32, body string, w http.ResponseWriter){
		"busy at first": func(n int32, _ string, w http.ResponseWriter) {
			if n < 3 {
				w.Header().Set("Retry-After", "0")
				w.WriteHeader(http.StatusTooManyRequests)
				io.WriteString(w, `{"error":{"message":"slow down"}}`)
				return
			}
			answer(w, draftJSON("€9"))
		},
		"knows no schemas": func(_ int32, body string, w http.ResponseWriter) {
			if strings.Contains(body, "response_format") {
				w.WriteHeader(http.StatusBadRequest)
				io.WriteString(w, `{"error":{"message":"response_format json_schema is not supported"}}`)
				return
			}
			if !strings.Contains(body, "additionalProperties") {
				t.Error("the schema does not stand in the words")
			}
			answer(w, draftJSON("€9"))
		},
		"thinks aloud": func(_ int32, _ string, w http.ResponseWriter) {
			answer(w, "<think>\nTea. {Hm.}\n</think>\n\n```json\n"+draftJSON("€9")+"\n```")
		},
	} {
		var calls atomic.Int32
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			body, _ := io.ReadAll(r.Body)
			h(calls.Add(1), string(body), w)
		}))
		l := &llm.LLM{BaseURL: srv.URL + "/v1", Model: "m", CacheDir: t.TempDir()}
		r := Request{Spec: manifest.Spec{PositivePrompt: teaPrompt}, LLM: l}
		n, _ := notes(t, r)
		if !strings.Contains(n, "written by the language model m") {
			t.Errorf("%s: notes %q", name, n)
		}
		first := calls.Load()
		if notes(t, r); calls.Load() != first {
			t.Errorf("%s: the answer is not kept", name)
		}
		srv.Close()
	}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `{"choices":[{"message":{"content":null,"refusal":"I cannot help with tea."},"finish_reason":"stop"}]}`)
	}))
	defer srv.Close()
	if n, _ := notes(t, Request{Spec: manifest.Spec{PositivePrompt: teaPrompt}, LLM: &llm.LLM{BaseURL: srv.URL, Model: "m"}}); !strings.Contains(n, "it refuses: I cannot help with tea.") {
		t.Errorf("a refusal: notes %q", n)
	}
}

func TestModelEdits(t *testing.T) {
	t.Parallel()
	l, _, _ := model(t, `{"answer":"Calmer.","edits":["use calm music","make scene 2 longer"]}`)
	spec := specOf(t, "script-pasted.txt") // verbatim, so the model is asked for the edit alone
	spec.Edits = []string{"give it a touch of spring"}
	b, err := Write(context.Background(), Request{Spec: spec, LLM: l, Dir: "testdata"})
	if err != nil {
		t.Fatal(err)
	}
	if b.Music.Mood != "calm" || b.Scenes[1].Seconds == 0 || !strings.Contains(b.Notes[len(b.Notes)-1].Text, "through the language model") {
		t.Errorf("%+v %v", b.Music, b.Notes[len(b.Notes)-1])
	}
}

// TestModelTranslates: words in another language, and then the voice.
func TestModelTranslates(t *testing.T) {
	t.Parallel()
	spec := specOf(t, "script-pasted.txt")
	plain, err := Write(context.Background(), Request{Spec: spec, Dir: "testdata"})
	if err != nil {
		t.Fatal(err)
	}
	var edits []string
	for i := range plain.Scenes {
		edits = append(edits, fmt.Sprintf("in scene %d say \"Esta es la escena que ahora habla en español con ustedes.\"", i+1))
	}
	answer, _ := json.Marshal(map[string]any{"answer": "Spanish.", "edits": append(edits, "Spanish voice-over")})
	l, _, _ := model(t, string(answer))
	spec.Edits = []string{"translate it to Spanish"}
	b, err := Write(context.Background(), Request{Spec: spec, LLM: l, Dir: "testdata"})
	if err != nil {
		t.Fatal(err)
	}
	if b.Language != "es" || !strings.Contains(b.Scenes[0].Say, "español") {
		t.Errorf("%s %q: %s", b.Language, b.Scenes[0].Say, b.Notes[len(b.Notes)-1].Text)
	}
}

// TestModelThatHangs: what hangs costs its time limit once, not once for every
// instruction, and the notes say so.
func TestModelThatHangs(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]func(http.ResponseWriter){
		"before": func(http.ResponseWriter) {},
		"within": func(w http.ResponseWriter) { io.WriteString(w, `{"choices":[`); w.(http.Flusher).Flush() },
	} {
		var calls atomic.Int32
		done := make(chan struct{})
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			calls.Add(1)
			answer(w)
			<-done
		}))
		l := &llm.LLM{BaseURL: srv.URL, Model: "m", Limit: time.Second}
		spec := manifest.Spec{PositivePrompt: teaPrompt, Edits: []string{"give it a touch of spring", "add sparkles", "use calm music"}}
		n, said := notes(t, Request{Spec: spec, LLM: l})
		if calls.Load() != 1 || strings.Count(n, "no answer within 1s (RENDER_LLM_TIMEOUT)") != 3 || !strings.Contains(said, "It costs €9 a month.") || !strings.Contains(n, "the music is calm") {
			t.Errorf("%s: %d calls, notes %s", name, calls.Load(), n)
		}
		close(done)
		srv.Close()
	}
}

// TestModelEditsNameNothingNew: a model that was told otherwise by what it read shows no
// file, no address and no number that nobody gave it.
func TestModelEditsNameNothingNew(t *testing.T) {
	t.Parallel()
	many := strings.Repeat(`"use calm music",`, 40)
	for _, edits := range []string{
		`"in scene 2 show brief.md"`, `"in scene 2 show photo.png"`, `"use ../../etc/passwd.mp3 as the music"`, `"use secret.svg as the logo"`, `"use voice intruder"`,
		`"change the URL to evil.example"`, `"in scene 2 say \"Visit evil.example today.\""`, `"in scene 2 say \"It costs 77 euros.\""`, `"read /etc/passwd"`, many + `"use calm music"`, `7`,
	} {
		answer, _ := json.Marshal(`{"answer":"x","edits":[` + edits + `]}`)
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			io.WriteString(w, `{"choices":[{"message":{"content":`+string(answer)+`},"finish_reason":"stop"}]}`)
		}))
		spec := specOf(t, "script-pasted.txt")
		plain, err := Write(context.Background(), Request{Spec: spec, Dir: "testdata"})
		if err != nil {
			t.Fatal(err)
		}
		spec.Edits = []string{"give it a touch of spring", "add sparkles"} // the answer to the one is no source of the other
		b, err := Write(context.Background(), Request{Spec: spec, LLM: &llm.LLM{BaseURL: srv.URL, Model: "m"}, Dir: "testdata"})
		srv.Close()
		if err != nil {
			t.Fatal(err)
		}
		note := b.Notes[len(b.Notes)-1].Text
		if strings.Contains(note, "does not exist") {
			t.Errorf("%s: it was looked for: %s", edits, note)
		}
		if !reflect.DeepEqual(b.Scenes, plain.Scenes) || b.Music != plain.Music || !strings.Contains(note, "the language model: ") {
			t.Errorf("%s: %s", edits[:min(len(edits), 60)], note)
		}
	}
}

// TestWhatADraftMayNotSay: a language model's numbers, in digits or in words, its names,
// claims and addresses come from the sources; nothing else is shown or spoken.
func TestWhatADraftMayNotSay(t *testing.T) {
	t.Parallel()
	from := newSources(teaPrompt+" Anna Berg packs twelve boxes an hour, 1,200 a month, since 2019. It is the cheapest of all.", "en")
	for say, why := range map[string]string{
		"It costs €9 a month.":                              "",
		"Anna Berg packs 12 boxes an hour.":                 "",
		"Twelve hundred boxes leave every month.":           "",
		"One thousand two hundred boxes leave every month.": "",
		"The cheapest tea there is.":                        "",
		"Three reasons to try it. I'm sure you will.":       "",
		"See leafly.example for more.":                      "",
		"It costs €19 a month.":                             "number 19",
		"Since 201 days.":                                   "number 201",
		"Ninety-eight percent of people love it.":           "number 98",
		"Twice as many people stay.":                        "Twice",
		"It is the best tea in the country.":                "claim \"best\"",
		"Shipping is free and certified.":                   "claim \"free\"",
		"Tested by NASA.":                                   "name \"NASA\"",
		"Our founder Elon Smith drinks it.":                 "name \"Elon\"",
		"Order at tea.example now.":                         "address tea.example",
		"See file:///etc/passwd for more.":                  "no word",
		"Leafly <break time=\"9s\"/> is tea.":               "no word",
		"{{ .values.secret }} is in ../../secret.":          "no word",
	} {
		got := strings.Join(from.unfounded(say, "en"), "; ")
		for _, n := range from.strangers(say, "en") {
			got += fmt.Sprintf("; name %q", n)
		}
		if why == "" && got != "" || !strings.Contains(got, why) {
			t.Errorf("%q: %s, want %q", say, got, why)
		}
	}
	// In another language than the sources', only what can be compared is.
	de := newSources(teaPrompt, "de")
	if got := de.unfounded("Leafly kostet 9 € im Monat und ist kostenlos.", "de"); len(got) > 0 {
		t.Error(got)
	}
	if got := de.unfounded("Leafly kostet 19 € im Monat.", "de"); len(got) != 1 {
		t.Error(got)
	}
	if got := newSources("Es sind 12.000 Kunden, 4,8 Sterne.", "en").unfounded("12,000 customers, 4.8 stars.", "en"); len(got) > 0 {
		t.Error(got)
	}
}

// TestADraftIsOfTheVideosLanguageAndSize: one in another language, and one with texts without
// end, is asked for again.
func TestADraftIsOfTheVideosLanguageAndSize(t *testing.T) {
	t.Parallel()
	german := strings.NewReplacer("When did tea last surprise you?", "Wann hat Sie Tee das letzte Mal überrascht?", "Leafly is a tea subscription.", "Leafly ist ein Abo für Tee und es ist für alle, die ihn mögen.", "It costs", "Es kostet im Monat für Sie").Replace(draftJSON("€9"))
	long := strings.Replace(draftJSON("€9"), "Tea, delivered", strings.Repeat("Tea ", 100), 1)
	for answer, why := range map[string]string{german: "the words are in the language de", long: "too long to be shown"} {
		m, calls, asked := model(t, answer, draftJSON("€9"))
		b := write(t, Request{Seconds: 20, LLM: m, Spec: manifest.Spec{PositivePrompt: teaPrompt}})
		if calls.Load() != 2 || !strings.Contains(strings.Join(*asked, ""), why) || !strings.Contains(notesOf(b), "written by the language model") {
			t.Errorf("%s: %d calls, %s", why, calls.Load(), notesOf(b))
		}
	}
	m, calls, _ := model(t, "Sure, here it is:\n```json\n"+draftJSON("€9")+"\n```\nEnjoy!")
	if b := write(t, Request{Seconds: 20, LLM: m, Spec: manifest.Spec{PositivePrompt: teaPrompt}}); calls.Load() != 1 || !strings.Contains(notesOf(b), "written by the language model") {
		t.Errorf("an answer within marks: %s", notesOf(b))
	}
}
