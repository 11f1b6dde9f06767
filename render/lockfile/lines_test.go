package lockfile_test

import (
	"fmt"
	"strings"
	"testing"

	"gitops.video/render/render/lockfile"
)

// Lines are read through one buffer; what is wrong with one must not touch the next.
func TestDecodeLinesApart(t *testing.T) {
	t.Parallel()
	good := func(key string) string {
		return fmt.Sprintf(`{"key":%q,"digest":"sha256:%s","provider":"local","taskUUID":"u","attempt":1,"state":"done","results":[{"output":"out/%s.mp4","sha256":"%s","bytes":1,"seconds":1,"width":1,"height":1,"cost":0}]}`,
			key, strings.Repeat("a", 64), key, strings.Repeat("b", 64))
	}
	for name, c := range map[string]struct {
		line  string
		notes int
	}{
		"cut":            {good("m")[:100], 1},
		"text after":     {good("m") + ` "more"`, 1},
		"another record": {good("m") + good("n"), 1},
		"unknown member": {strings.Replace(good("m"), `"attempt"`, `"mood":"good","attempt"`, 1), 0},
		"other type":     {strings.Replace(good("m"), `"attempt":1`, `"attempt":"one"`, 1), 1},
		"long":           {strings.Replace(good("m"), `"u"`, `"`+strings.Repeat("u", 1<<16)+`"`, 1), 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := strings.Join([]string{`{"lockfile":1,"project":"p"}`, good("a"), good("b"), c.line, good("y"), good("z"), ""}, "\n")
			lock, err := lockfile.Decode("videos.lock", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if len(lock.Notes) != c.notes {
				t.Errorf("notes: %q", lock.Notes)
			}
			if want := 5 - c.notes; len(lock.Records) != want {
				t.Errorf("%d records, want %d", len(lock.Records), want)
			}
			for _, key := range []string{"a", "b", "y", "z"} {
				if r := lock.Records[key]; r == nil || r.Results[0].Output != "out/"+key+".mp4" || len(r.Extra) > 0 {
					t.Errorf("%s was read as %+v", key, r)
				}
			}
		})
	}
}
