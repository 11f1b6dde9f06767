package lockfile

import (
	"bytes"

	"gitops.video/render/render"
)

// Merge joins two lockfiles that grew from a common base. It never gives up: where
// both sides rendered one entry anew, both lines stay, one under the other, and the
// next run keeps the one that the merged manifest describes. undecided lists those
// keys.
func Merge(base, ours, theirs *render.Lock) (merged *render.Lock, undecided []string) {
	merged = &render.Lock{Project: ours.Project, Records: map[string]*render.Record{}, Rivals: map[string][]*render.Record{}, Extra: ours.Extra}
	if merged.Project == "" || merged.Project == base.Project {
		merged.Project = theirs.Project // only one side can have changed it
	}
	if merged.Project == "" {
		merged.Project = ours.Project
	}
	keys := map[string]bool{}
	for _, l := range []*render.Lock{base, ours, theirs} {
		for key := range l.Records {
			keys[key] = true
		}
	}
	for key := range keys {
		b, o, t := sideOf(base, key), sideOf(ours, key), sideOf(theirs, key)
		switch {
		case same(o, t), same(b, t):
			keep(merged, key, o)
		case same(b, o):
			keep(merged, key, t)
		default:
			// Both changed it. One that was dropped on one side and rendered anew on the
			// other stays: an orphan can be pruned, a paid video cannot be had back.
			keep(merged, key, union(o, t))
		}
	}
	for _, key := range merged.Keys() {
		if len(merged.Rivals[key]) > 0 {
			undecided = append(undecided, key)
		}
	}
	return merged, undecided
}

func sideOf(l *render.Lock, key string) []*render.Record {
	r := l.Records[key]
	if r == nil {
		return nil
	}
	return append([]*render.Record{r}, l.Rivals[key]...)
}

func same(a, b []*render.Record) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !bytes.Equal(appendRecord(nil, a[i]), appendRecord(nil, b[i])) {
			return false
		}
	}
	return true
}

func union(a, b []*render.Record) []*render.Record {
	out := a
	for _, r := range b {
		fresh := true
		for _, have := range out {
			fresh = fresh && !bytes.Equal(appendRecord(nil, have), appendRecord(nil, r))
		}
		if fresh {
			out = append(out, r)
		}
	}
	// The same generation seen twice needs no decision: the one that came further.
	if len(out) == 2 && out[0].Digest == out[1].Digest && out[0].TaskUUID == out[1].TaskUUID {
		l := render.Lock{Records: map[string]*render.Record{out[0].Key: out[0]}, Rivals: map[string][]*render.Record{out[0].Key: out[1:]}}
		l.Settle(func(string) string { return "" })
		return []*render.Record{l.Records[out[0].Key]}
	}
	return out
}

func keep(l *render.Lock, key string, records []*render.Record) {
	if len(records) == 0 {
		return
	}
	l.Records[key] = records[0]
	if len(records) > 1 {
		if l.Rivals == nil {
			l.Rivals = map[string][]*render.Record{}
		}
		l.Rivals[key] = records[1:]
	}
}
