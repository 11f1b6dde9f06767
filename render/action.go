package render

// Action is what apply does about one entry.
type Action string

// The actions of a plan.
const (
	Create    Action = "create"
	Update    Action = "update"
	Repair    Action = "repair"
	Move      Action = "move"
	Upload    Action = "upload"
	Resume    Action = "resume"
	Prune     Action = "prune"
	Unchanged Action = "unchanged"
)

// Symbol is the one-character sign of the action.
func (a Action) Symbol() string {
	switch a {
	case Create:
		return "+"
	case Update:
		return "~"
	case Repair:
		return "!"
	case Move:
		return ">"
	case Upload:
		return "^"
	case Resume:
		return "?"
	case Prune:
		return "-"
	}
	return "="
}
