package script

import (
	"regexp"
)

// leaning sentences need the one before them.
var leaning = regexp.MustCompile(`(?i)^(?:it|they|this|that|these|those|he|she|then|so|but|and|because|instead|as a result|that's|which|er|sie|es|das|dies|dann|so|aber|und|esto|eso|entonces|pero|y|cela|ça|il|elle|alors|mais|et|isso|isto|então|mas|e|questo|quindi|ma|poi)\b`)
