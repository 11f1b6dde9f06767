package cli

import (
	"errors"
	"math"
	"strconv"
	"time"

	"github.com/spf13/pflag"

	"gitops.video/render/render"
)

// A limit that is no limit would be the dearest of mistakes: what a script computes and
// gets wrong ("--max-cost $((LEFT))", and less than nothing is left) is refused instead
// of read as "without end".

// dollars is an amount that may be spent, in USD.
type dollars struct {
	given bool
	usd   float64
}

func (d *dollars) Set(s string) error {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= 0) || math.IsInf(v, 0) {
		return errors.New("it is an amount of USD such as 25 or 0.5")
	}
	*d = dollars{true, v}
	return nil
}

func (d *dollars) String() string {
	if !d.given {
		return ""
	}
	return strconv.FormatFloat(d.usd, 'f', -1, 64)
}

func (*dollars) Type() string { return "USD" }

// share is a number of entries, or a part of all.
type share struct{ text *string }

func (s share) Set(text string) error {
	if _, err := render.ParseMaxChanges(text, 0); err != nil {
		return errors.New("it is a number such as 12, or a share such as 20%")
	}
	*s.text = text
	return nil
}

func (s share) String() string {
	if s.text == nil {
		return ""
	}
	return *s.text
}

func (share) Type() string { return "N|N%" }

// wait is a length of time, never a negative one.
type wait struct{ *time.Duration }

func (w wait) Set(s string) error {
	d, err := time.ParseDuration(s)
	if err != nil || d < 0 {
		return errors.New("it is a length of time such as 90s or 5m")
	}
	*w.Duration = d
	return nil
}

func (wait) Type() string { return "duration" }

// waitVar declares a flag for a length of time.
func waitVar(f *pflag.FlagSet, p *time.Duration, name string, value time.Duration, usage string) {
	*p = value
	f.Var(wait{p}, name, usage)
}

// count is a number of things, at least one.
type count struct{ n *int }

func (c count) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return errors.New("it is a whole number from 1 on")
	}
	*c.n = n
	return nil
}

func (c count) String() string {
	if c.n == nil || *c.n == 0 {
		return ""
	}
	return strconv.Itoa(*c.n)
}

func (count) Type() string { return "int" }
