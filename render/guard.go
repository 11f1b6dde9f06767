package render

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Limits stop a plan before its first act.
type Limits struct {
	MaxChanges string   // "" = none, "12" entries, or "20%" of those known before
	MaxCost    *float64 // USD, nil = none
	EmptyData  []string // data sources that have no rows any more
}

// GuardError is a plan that goes further than the user allowed. Nothing was done.
type GuardError struct {
	What string // what goes too far
	Hint string // what to do about it
}

func (e *GuardError) Error() string { return e.What }

// Guard checks a priced plan against limits.
func Guard(p *Plan, l Limits) error {
	n := p.Counts()
	touched := n.Update + n.Prune
	for i := range p.Changes {
		if c := &p.Changes[i]; c.Action == Repair && c.Generates() && c.Held == "" {
			touched++
		}
	}
	if l.MaxChanges != "" {
		most, err := ParseMaxChanges(l.MaxChanges, p.Known)
		if err != nil {
			return err
		}
		if touched > most {
			return &GuardError{
				What: fmt.Sprintf("the plan renders again or prunes %s of %d recorded; the limit is %s", plural(touched, "entry", "entries"), p.Known, l.MaxChanges),
				Hint: fmt.Sprintf("look at `render plan`; if this is meant, pass --max-changes %d", touched),
			}
		}
	}
	if orphans := p.orphans(); len(l.EmptyData) > 0 && orphans > 0 && l.MaxChanges == "" {
		// An export that failed halfway looks just like this.
		return &GuardError{
			What: fmt.Sprintf("%s no rows, and %s would be left without a video in the manifest", listed(l.EmptyData, "has", "have"), plural(orphans, "recorded entry", "recorded entries")),
			Hint: fmt.Sprintf("restore the data; if it is empty on purpose, pass --max-changes %d", orphans),
		}
	}
	if l.MaxCost != nil {
		if n.Cost == nil {
			return &GuardError{
				What: "the provider gives no price for some entries, so the budget cannot be kept",
				Hint: "set provider.pricing.perSecond in the manifest, or leave out --max-cost",
			}
		}
		if *n.Cost > *l.MaxCost {
			return &GuardError{
				What: fmt.Sprintf("the plan costs about $%.2f; the budget is $%.2f", *n.Cost, *l.MaxCost),
				Hint: "raise --max-cost, or choose fewer entries with --key",
			}
		}
	}
	return nil
}

// orphans counts the records that the manifest no longer describes, pruned or not.
func (p *Plan) orphans() int {
	n := 0
	for i := range p.Changes {
		if p.Changes[i].Action == Prune {
			n++
		}
	}
	return n
}

// ParseMaxChanges reads a limit such as "12" or "20%" for a lockfile with that many
// records. A share of a lockfile that is still empty allows everything.
func ParseMaxChanges(s string, known int) (int, error) {
	share, percent := strings.CutSuffix(s, "%")
	n, err := strconv.ParseFloat(share, 64)
	if err != nil || !(n >= 0) || math.IsInf(n, 0) || !percent && n != float64(int(n)) {
		return 0, fmt.Errorf("maxChanges %q: want a number of entries such as 12, or a share such as 20%%", s)
	}
	if !percent {
		return int(n), nil
	}
	if known == 0 {
		return int(^uint(0) >> 1), nil
	}
	return int(n * float64(known) / 100), nil
}

func listed(names []string, one, many string) string {
	if len(names) == 1 {
		return names[0] + " " + one
	}
	return strings.Join(names, ", ") + " " + many
}
