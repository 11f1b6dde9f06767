package caption

import (
	"math"

	"gitops.video/render/render/engine/internal/scene"
)

// MostCPS is how many columns a second people read at most.
const MostCPS = 20

// perColumn is how long a page stands for each of its columns, seconds: a little longer
// than it must, for the milliseconds of a file and the frames of a video are whole.
const perColumn = 1.01 / MostCPS

// Late is how long after its first word a page comes at most, seconds, where its sentence is
// not spoken faster than [Brake] lets it.
const Late = 1.0

// reading is how long a page has to stand to be read, in seconds.
func reading(rows [][]Word) float64 {
	n := 0
	for _, r := range rows {
		n += joined(r)
	}
	return perColumn * float64(n)
}

// mark is where a word of a sentence begins.
type mark struct {
	start float64 // seconds
	read  float64 // seconds that all words before it take to be read
}

// marks are those of all words of a take, and that of its end. The spaces between words are
// read, too, so that it is no matter where pages part.
func marks(t scene.Take, o Options) []mark {
	o = o.limits()
	line := t.Line
	if len(line.Words) == 0 {
		line.Words = []scene.Word{{Text: line.Text, End: t.Seconds()}}
	}
	var out []mark
	n, last := 0, 0.0
	for _, w := range wordsOf(line, o) {
		if len(out) > 0 && !w.Glued {
			n++
		}
		last = max(last, w.Start)
		out = append(out, mark{last, perColumn * float64(n)})
		n += width(w.Text)
	}
	if len(out) == 0 {
		return nil
	}
	return append(out, mark{max(last, t.Seconds()), perColumn * float64(n)})
}

// Unread is how many seconds after a take's end its captions still have to stand to be
// read, when it is spoken rate times as fast as it is. No page comes before its first word,
// so what a sentence begins with gives no time to its end.
func Unread(t scene.Take, o Options, rate float64) float64 {
	all := marks(t, o)
	if len(all) == 0 {
		return 0
	}
	end, rest := all[len(all)-1], 0.0
	for _, m := range all {
		rest = max(rest, end.read-m.read-(end.start-m.start)/rate)
	}
	return rest
}

// Brake is how many times as fast as it is a take may be spoken at most, 1 = it may stay so,
// for its captions to follow the words: pages that wait for the ones in front to be read
// come so late otherwise that nobody knows which word is theirs.
func Brake(t scene.Take, o Options) float64 {
	const behind = .8 * Late // pages part where they do, not at any word
	all := marks(t, o)
	rate := 1.0
	for i, from := range all {
		for _, to := range all[i+1:] {
			if read := to.read - from.read - behind; read > 0 && to.start-from.start < rate*read {
				rate = (to.start - from.start) / read
			}
		}
	}
	return max(.5, math.Floor(rate*100)/100)
}
