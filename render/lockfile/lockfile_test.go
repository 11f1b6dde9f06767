package lockfile_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/lockfile"
	"gitops.video/render/render/rendertest"
	"gitops.video/render/schema"
)

func digest(c string) string { return "sha256:" + strings.Repeat(c, 64) }

func done(key, d, output string) *render.Record {
	return &render.Record{Key: key, Digest: digest(d), Provider: "local", Engine: "1", TaskUUID: "6e208c2b-3536-40de-9aea-677e0c69abd2", Attempt: 1, State: render.StateDone,
		Results: []render.Output{{Output: output, SHA256: strings.Repeat(d, 64), Bytes: 7, Seconds: 30.03, Width: 1920, Height: 1080}},
		Task:    json.RawMessage(`{"positivePrompt":"a <b> & c"}`)}
}

func decode(t *testing.T, text string) *render.Lock {
	t.Helper()
	l, err := lockfile.Decode("videos.lock", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestEncode pins the format: a changed byte here is a changed line in every user's
// repository.
func TestEncode(t *testing.T) {
	t.Parallel()
	b := done("b", "1", "out/b.mp4")
	b.Previous = done("b", "2", "out/b.mp4")
	b.State, b.Error = render.StateFailed, &render.RecordError{Class: render.ClassSafety, Code: "x", Message: "no", Terminal: true}
	l := &render.Lock{Project: "6f1c", Records: map[string]*render.Record{"b": b, "a": done("a", "0", "out/a.mp4")}}
	got := string(lockfile.Encode(l))
	want := `{"lockfile":1,"project":"6f1c"}
{"key":"a","digest":"` + digest("0") + `","provider":"local","engine":"1","taskUUID":"6e208c2b-3536-40de-9aea-677e0c69abd2","attempt":1,"state":"done","results":[{"output":"out/a.mp4","sha256":"` + strings.Repeat("0", 64) + `","bytes":7,"seconds":30.03,"width":1920,"height":1080,"cost":0}],"task":{"positivePrompt":"a <b> & c"}}
`
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for line := range strings.Lines(got) {
		var doc any
		if err := json.Unmarshal([]byte(line), &doc); err != nil {
			t.Fatal(err)
		}
		if v := schema.Lock().Validate(doc); len(v) > 0 {
			t.Errorf("the schema refuses %s: %+v", line, v)
		}
	}
}

// TestUnknownMembers: what a newer version wrote survives an older one.
func TestUnknownMembers(t *testing.T) {
	t.Parallel()
	text := `{"lockfile":1,"project":"6f1c","colour":"blue"}
{"key":"a","digest":"` + digest("0") + `","state":"done","mood":{"x":[1,2]},"zeal":1}
`
	if got := string(lockfile.Encode(decode(t, text))); got != text {
		t.Errorf("got\n%s\nwant\n%s", got, text)
	}
}

func TestUpgrade(t *testing.T) {
	t.Parallel()
	l := decode(t, `{"lockfile":0,"project":"6f1c"}
{"key":"a","digest":"`+digest("0")+`","state":"done","output":"out/a.mp4","sha256":"`+strings.Repeat("0", 64)+`","bytes":7,"kept":true}
`)
	want := `{"lockfile":1,"project":"6f1c"}
{"key":"a","digest":"` + digest("0") + `","state":"done","results":[{"output":"out/a.mp4","sha256":"` + strings.Repeat("0", 64) + `","bytes":7,"cost":0}],"kept":true}
`
	if got := string(lockfile.Encode(l)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, err := lockfile.Decode("videos.lock", []byte(`{"lockfile":99}`)); !errors.Is(err, lockfile.ErrNewer) {
		t.Errorf("a newer lockfile was read: %v", err)
	}
}

// TestDamage: a line that cannot be read costs its entry, and says which line it is.
func TestDamage(t *testing.T) {
	t.Parallel()
	good := string(lockfile.Encode(&render.Lock{Project: "p", Records: map[string]*render.Record{"a": done("a", "0", "a"), "b": done("b", "1", "b"), "c": done("c", "2", "c")}}))
	lines := strings.SplitAfter(good, "\n")
	for _, bad := range []string{`{"key":"b","dig`, `null`, `[]`, `{}`, `{"key":"b","digest":"md5:0","state":"done"}`, `{"key":"b","digest":"` + digest("0") + `","state":"lost"}`, "\x00\xff", `{"key":"b"} {"key":"c"}`} {
		l := decode(t, lines[0]+lines[1]+bad+"\n"+lines[3])
		if len(l.Records) != 2 || l.Records["a"] == nil || l.Records["c"] == nil {
			t.Errorf("%q: records %v", bad, l.Keys())
		}
		if len(l.Notes) != 1 || !strings.HasPrefix(l.Notes[0], "videos.lock:3: this line is not readable") {
			t.Errorf("%q: notes %q", bad, l.Notes)
		}
	}
	if l := decode(t, strings.Join(lines[1:], "")); len(l.Records) != 3 || len(l.Notes) != 1 {
		t.Errorf("without a header: %v %q", l.Keys(), l.Notes)
	}
	if l := decode(t, "\xef\xbb\xbf\r\n"); len(l.Records) != 0 {
		t.Errorf("records of nothing: %v", l.Keys())
	}
}

// TestConflict: both sides of a conflict are read; the digest that the manifest wants
// wins, whichever side it is on.
func TestConflict(t *testing.T) {
	t.Parallel()
	line := func(r *render.Record) string {
		return strings.SplitAfter(string(lockfile.Encode(&render.Lock{Records: map[string]*render.Record{r.Key: r}})), "\n")[1]
	}
	text := `{"lockfile":1,"project":"p"}` + "\n" + "<<<<<<< HEAD\n" + line(done("a", "1", "a")) + "||||||| base\n" + line(done("a", "0", "a")) + "=======\n" + line(done("a", "2", "a")) + ">>>>>>> theirs\n" + line(done("b", "3", "b"))
	for _, want := range []string{"0", "1", "2"} {
		l := decode(t, text)
		if !l.Settle(func(string) string { return digest(want) }) || l.Records["a"].Digest != digest(want) {
			t.Errorf("wanted %s, got %s", want, l.Records["a"].Digest)
		}
		if notes := strings.Join(l.Notes, "\n"); !strings.Contains(notes, "videos.lock:2: conflict markers") || !strings.Contains(notes, "a: recorded 3 times") {
			t.Errorf("notes %q", notes)
		}
	}
	l, again := decode(t, text), decode(t, text)
	nothing := func(string) string { return "" }
	l.Settle(nothing)
	again.Settle(nothing)
	if !bytes.Equal(lockfile.Encode(l), lockfile.Encode(again)) {
		t.Error("an undecidable conflict is settled differently each time")
	}
}

func TestMerge(t *testing.T) {
	t.Parallel()
	lock := func(records ...*render.Record) *render.Lock {
		l := &render.Lock{Project: "p", Records: map[string]*render.Record{}}
		for _, r := range records {
			l.Records[r.Key] = r
		}
		return l
	}
	flying := done("a", "1", "a")
	flying.State, flying.Results = render.StateSubmitted, nil
	for _, c := range []struct {
		name               string
		base, ours, theirs *render.Lock
		want               string // key and digest letters
		undecided          string
	}{
		{"one side added", lock(), lock(done("a", "1", "a")), lock(done("b", "2", "b")), "a1 b2", ""},
		{"one side changed", lock(done("a", "0", "a")), lock(done("a", "0", "a")), lock(done("a", "1", "a")), "a1", ""},
		{"both the same", lock(done("a", "0", "a")), lock(done("a", "1", "a")), lock(done("a", "1", "a")), "a1", ""},
		{"both differently", lock(done("a", "0", "a")), lock(done("a", "1", "a")), lock(done("a", "2", "a")), "a1 a2", "a"},
		{"one removed, one kept", lock(done("a", "0", "a")), lock(), lock(done("a", "0", "a")), "", ""},
		{"one removed, one changed", lock(done("a", "0", "a")), lock(), lock(done("a", "1", "a")), "a1", ""},
		{"one came further", lock(), lock(flying), lock(done("a", "1", "a")), "a1", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			merged, undecided := lockfile.Merge(c.base, c.ours, c.theirs)
			var got []string
			for _, line := range strings.Split(string(lockfile.Encode(merged)), "\n")[1:] {
				var r render.Record
				if json.Unmarshal([]byte(line), &r) == nil {
					got = append(got, r.Key+r.Digest[len(r.Digest)-1:])
				}
			}
			if strings.Join(got, " ") != c.want || strings.Join(undecided, " ") != c.undecided {
				t.Errorf("got %v, undecided %v", got, undecided)
			}
			if c.name == "one came further" && merged.Records["a"].State != render.StateDone {
				t.Error("the unfinished side won")
			}
		})
	}
}

// TestJournal cuts a journal off at every byte, as a crash or a full disk does, and
// wants exactly the acts before the cut.
func TestJournal(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "videos.lock")
	var clock rendertest.Clock
	s, err := lockfile.Open(t.Context(), path, 0, &clock)
	if err != nil {
		t.Fatal(err)
	}
	acts := [][]render.LedgerEntry{
		{{Key: "a", Record: done("a", "1", "a")}},
		{{Key: "a", Record: nil}, {Key: "b", Record: done("b", "2", "b")}},
		{{Key: "b", Record: done("b", "3", "b")}},
	}
	journal := filepath.Join(filepath.Dir(path), ".render", "videos.journal")
	var ends []int64
	for _, act := range acts {
		if err := s.Record(act...); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(journal)
		if err != nil {
			t.Fatal(err)
		}
		ends = append(ends, info.Size())
	}
	if err := s.Abandon(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(journal)
	if err != nil {
		t.Fatal(err)
	}
	states := []string{"", "a1", "b2", "b3"}
	for cut := range len(whole) + 1 {
		if err := os.WriteFile(journal, whole[:cut], 0o644); err != nil {
			t.Fatal(err)
		}
		n := 0
		for n < len(ends) && int64(cut) >= ends[n] {
			n++
		}
		l, err := lockfile.Read(path)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, key := range l.Keys() {
			got += key + l.Records[key].Digest[len(l.Records[key].Digest)-1:]
		}
		if got != states[n] {
			t.Fatalf("cut at %d of %d: %q, want %q", cut, len(whole), got, states[n])
		}
	}

	// A session after the crash appends behind the whole part and folds all of it.
	if err := os.WriteFile(journal, whole[:len(whole)-1], 0o644); err != nil {
		t.Fatal(err)
	}
	if s, err = lockfile.Open(t.Context(), path, 0, &clock); err != nil {
		t.Fatal(err)
	}
	if err := s.Record(render.LedgerEntry{Key: "c", Record: done("c", "4", "c")}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	l, err := lockfile.Read(path)
	if err != nil || strings.Join(l.Keys(), " ") != "b c" || l.Records["b"].Digest != digest("2") {
		t.Errorf("after the fold: %v %v", l.Keys(), err)
	}
	if lockfile.Unfolded(path) {
		t.Error("the journal is still there")
	}
}

// TestJournalAgainstPull: what git brought after a run had died is not overwritten by
// that run's journal. Of one generation the record that came further wins; of two the
// manifest decides, and what is decided stays.
func TestJournalAgainstPull(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "videos.lock")
	var clock rendertest.Clock
	s, err := lockfile.Open(t.Context(), path, 0, &clock)
	if err != nil {
		t.Fatal(err)
	}
	flying := done("a", "1", "a")
	flying.State, flying.Results = render.StateSubmitted, nil
	newer := done("b", "2", "b")
	newer.State, newer.Results, newer.TaskUUID = render.StateSubmitted, nil, "9f5b2c02-0f50-45f2-b79d-ef5ad9434fb2"
	if err := s.Record(render.LedgerEntry{Key: "a", Record: flying}, render.LedgerEntry{Key: "b", Record: newer}); err != nil {
		t.Fatal(err)
	}
	if err := s.Abandon(); err != nil {
		t.Fatal(err)
	}
	pulled := lockfile.Encode(&render.Lock{Project: "p", Records: map[string]*render.Record{"a": done("a", "1", "a"), "b": done("b", "1", "b")}})
	if err := os.WriteFile(path, pulled, 0o644); err != nil {
		t.Fatal(err)
	}
	l, err := lockfile.Read(path)
	if err != nil || l.Records["a"].State != render.StateDone || len(l.Rivals["a"]) > 0 {
		t.Errorf("a %s, rivals %v, %v", l.Records["a"].State, l.Rivals["a"], err)
	}
	for _, want := range []string{"1", "2"} {
		if l, err = lockfile.Read(path); err != nil {
			t.Fatal(err)
		}
		l.Settle(func(string) string { return digest(want) })
		if got := l.Records["b"].Digest; got != digest(want) {
			t.Errorf("the manifest wants %s, kept %s", digest(want), got)
		}
	}
	if s, err = lockfile.Open(t.Context(), path, 0, &clock); err != nil {
		t.Fatal(err)
	}
	s.Lock().Settle(func(string) string { return digest("1") })
	if err := errors.Join(s.Settled(), s.Close()); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != string(pulled) {
		t.Errorf("after the decision the lockfile holds\n%s%v", got, err)
	}
}

// TestPullWhileApplying: what git brings into the folder while an apply runs is there
// when it has ended.
func TestPullWhileApplying(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "videos.lock")
	s, err := lockfile.Open(t.Context(), path, 0, &rendertest.Clock{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.SetProject("p"), s.Record(render.LedgerEntry{Key: "a", Record: done("a", "1", "a")})); err != nil {
		t.Fatal(err)
	}
	pulled := lockfile.Encode(&render.Lock{Project: "p", Records: map[string]*render.Record{"b": done("b", "2", "b")}})
	if err := os.WriteFile(path, pulled, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	l, err := lockfile.Read(path)
	if err != nil || strings.Join(l.Keys(), " ") != "a b" || l.Project != "p" {
		t.Errorf("left: %v %q %v", l.Keys(), l.Project, err)
	}
}

// TestJournalAgainstPullOfWhatItDropped: a video that another machine made anew is not
// forgotten because this one had pruned the old one.
func TestJournalAgainstPullOfWhatItDropped(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "videos.lock")
	write := func(records ...*render.Record) {
		l := &render.Lock{Project: "p", Records: map[string]*render.Record{}}
		for _, r := range records {
			l.Records[r.Key] = r
		}
		if err := os.WriteFile(path, lockfile.Encode(l), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(done("a", "1", "a"), done("b", "1", "b"))
	s, err := lockfile.Open(t.Context(), path, 0, &rendertest.Clock{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Record(render.LedgerEntry{Key: "a"}, render.LedgerEntry{Key: "b"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Abandon(); err != nil {
		t.Fatal(err)
	}
	write(done("a", "2", "a"), done("b", "1", "b"))
	l, err := lockfile.Read(path)
	if err != nil || strings.Join(l.Keys(), " ") != "a" || l.Records["a"].Digest != digest("2") {
		t.Errorf("left: %v %v", l.Keys(), err)
	}
}

// TestHolder: one session at a time; the second waits as long as it was told, and
// then names the holder.
func TestHolder(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "videos.lock")
	var clock rendertest.Clock
	s, err := lockfile.Open(t.Context(), path, 0, &clock)
	if err != nil {
		t.Fatal(err)
	}
	begin := clock.Now()
	_, err = lockfile.Open(t.Context(), path, 5*time.Second, &clock)
	var held *lockfile.HeldError
	if !errors.As(err, &held) || held.PID != os.Getpid() || !held.Since.Equal(begin) {
		t.Fatalf("%v", err)
	}
	if waited := clock.Now().Sub(begin); waited < 5*time.Second {
		t.Errorf("gave up after %s", waited)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := lockfile.Open(ctx, path, time.Hour, &clock); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = lockfile.Open(t.Context(), path, 0, &clock); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a session that recorded nothing wrote a lockfile")
	}
}

// TestAppendIsConstant: a state change writes as much with 10,000 records as with none.
func TestAppendIsConstant(t *testing.T) {
	t.Parallel()
	size := func(records int) int64 {
		path := filepath.Join(t.TempDir(), "videos.lock")
		l := &render.Lock{Project: "p", Records: map[string]*render.Record{}}
		for i := range records {
			key := fmt.Sprintf("k%05d", i)
			l.Records[key] = done(key, "1", key)
		}
		if err := os.WriteFile(path, lockfile.Encode(l), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := lockfile.Open(t.Context(), path, 0, &rendertest.Clock{})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Record(render.LedgerEntry{Key: "x", Record: done("x", "1", "x")}); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(filepath.Join(filepath.Dir(path), ".render", "videos.journal"))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	if few, many := size(0), size(10_000); few != many {
		t.Errorf("one change wrote %d bytes with no records and %d with 10,000", few, many)
	}
}

// FuzzLockRoundTrip: any bytes can be read, what is read is written in one form, and
// that form reads as itself.
func FuzzLockRoundTrip(f *testing.F) {
	f.Add([]byte(lockfile.Encode(&render.Lock{Project: "p", Records: map[string]*render.Record{"a": done("a", "1", "a")}})))
	f.Add([]byte("{\"lockfile\":1}\n<<<<<<< a\n{\"key\":\"a\",\"digest\":\"sha256:\",\"state\":\"done\"}\n=======\n{\"key\":\"a\",\"digest\":\"sha256:1\",\"state\":\"failed\"}\n>>>>>>> b\n"))
	f.Add([]byte(`{"lockfile":1,"x":{"y":[1e400,"\u2028<"]}}` + "\n" + `{"key":"é","digest":"sha256:","state":"done","KEY":"b","z":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := lockfile.Decode("f", data)
		if err != nil {
			if !errors.Is(err, lockfile.ErrNewer) {
				t.Fatal(err)
			}
			return
		}
		once := lockfile.Encode(l)
		again, err := lockfile.Decode("f", once)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, once)
		}
		if twice := lockfile.Encode(again); !bytes.Equal(once, twice) {
			t.Fatalf("not stable:\n%s\n%s", once, twice)
		}
		if len(again.Records) != len(l.Records) {
			t.Fatalf("%d records became %d:\n%s", len(l.Records), len(again.Records), once)
		}
	})
}
