package commission

import (
	"strings"
)

// part reads the part that begins at the next word.
func (r *reader) part() bool {
	w, comma := r.at(r.i), r.i > 0 && r.words[r.i-1].comma
	switch {
	case comma && (w == "about" || w == "in" || w == "with") && r.manners(r.text(r.i, r.comma(r.i))): // ", about half a minute"
		return r.aside()
	case w == "for":
		return r.forWhat()
	case w == "about" || w == "regarding" || w == "covering" || w == "concerning":
		return r.topic(r.i + 1)
	case w == "in" && r.at(r.i+1) == "which":
		return r.does(r.i + 2)
	case w == "to" && strings.HasPrefix(r.o.Head, "thank-you") && r.o.Viewers == "" && r.i+1 < len(r.words) && r.words[r.i+1].upper:
		r.o.Viewers, r.o.Personal, r.i = r.text(r.i+1, len(r.words)), true, len(r.words)
		return true // "a thank you to Dr Weber, who retires on Friday"
	case w == "to" && r.o.Sender != "" && r.o.Viewers == "" && r.People(whoOnly.ReplaceAllString(r.text(r.i+1, r.end(r.i+1, false)), "")):
		end := r.end(r.i+1, false)
		r.o.Viewers, r.i = r.text(r.i+1, end), end
		return true
	case w == "on" || w == "at" || w == "in" || w == "with" || w == "without" || w == "using" || w == "under":
		return r.manner()
	case w == "of" && r.o.Topic == "":
		return r.topic(r.i + 1)
	case w == "from" || w == "by":
		return r.sender()
	case w == "called" || w == "titled" || w == "entitled" || w == "named":
		return r.titled()
	case w == "that" || w == "which" || w == "to" || w == "where" || w == "who":
		return r.does(r.i + 1)
	case r.Act(w) != "" && strings.HasSuffix(w, "ing"):
		return r.acts(r.i)
	case w == "and" && r.i+1 < len(r.words):
		if r.Act(r.at(r.i+1)) != "" {
			return r.acts(r.i + 1)
		}
		if comma {
			r.i++
			return r.part()
		}
	case determiner[w] || w == "we" || w == "they" || w == "people":
		if r.shown(r.i) {
			return true
		}
	}
	if comma { // ", friendly and not alarming", ", 30 seconds"
		return r.aside()
	}
	return false
}

// forWhat reads whom, where or what the video is for.
func (r *reader) forWhat() bool {
	end := r.end(r.i+1, false)
	np := r.text(r.i+1, end)
	switch {
	case np == "" || strings.Contains(np, ","): // "for our slack, we moved the retro"
		return false
	case place.MatchString(np):
		r.o.Places = append(r.o.Places, np)
		if m := owned.FindStringSubmatch(np); m != nil {
			r.o.Owner = m[1] + m[2]
		}
	case r.Setting("for " + np):
		r.o.Settings = append(r.o.Settings, "for "+np)
	case r.People(whoOnly.ReplaceAllString(np, "")):
		if r.o.Viewers != "" {
			return false
		}
		r.o.Viewers = np
	case r.o.Thing == "" && r.o.Topic == "":
		r.o.Thing = np
	default:
		return false
	}
	r.i = end
	return true
}

// topic reads what the video is about, from word k on.
func (r *reader) topic(k int) bool {
	end := r.end(k, true)
	if r.o.Topic != "" || end <= k || runsOn.MatchString(r.text(k, end)) {
		return false
	}
	r.o.Topic, r.i = r.text(k, end), end
	return true
}

// manner reads where it will be seen and how it is to be.
func (r *reader) manner() bool {
	w, end := r.at(r.i), r.end(r.i+1, false)
	np := r.text(r.i, end)
	switch {
	case strings.Contains(np, ","):
		return false
	case place.MatchString(np) && w != "with" && w != "about":
		r.o.Places = append(r.o.Places, r.text(r.i+1, end))
	case r.Setting(np):
		r.o.Settings = append(r.o.Settings, np)
	case w == "on":
		return r.topic(r.i + 1)
	default:
		return false
	}
	r.i = end
	return true
}

// sender reads who sends the video.
func (r *reader) sender() bool {
	k := r.i + 1
	end := r.end(k, false)
	if r.o.Sender != "" || end <= k || !(r.words[k].upper || r.at(k) == "our" || r.at(k) == "my" || r.at(k) == "the") {
		return false
	}
	r.o.Sender, r.i = r.text(k, end), end
	return true
}

// titled reads what the video is called.
func (r *reader) titled() bool {
	k := r.i + 1
	if k >= len(r.words) || !r.words[k].quoted || r.o.Title != "" {
		return false
	}
	end := k + 1
	for end < len(r.words) && r.words[end].quoted && !strings.ContainsAny(r.s[r.words[end-1].from:r.words[end-1].to], `”`) && !strings.HasSuffix(strings.TrimRight(r.s[r.words[end-1].from:r.words[end-1].to], ","), `"`) {
		end++
	}
	r.o.Title, r.i = strings.Trim(r.text(k, end), `"“”,`), end
	return true
}

// does reads what the video does behind "that" or "to", from word k on: "that should explain",
// "to go at the top of our pricing page".
func (r *reader) does(k int) bool {
	for auxiliary[r.at(k)] {
		k++
	}
	if k >= len(r.words) {
		return false
	}
	if shows[r.at(k)] { // "to be shown at the fair", "that runs on the screens in the lobby"
		for k++; shows[r.at(k)]; k++ {
		}
		return r.placeAt(k)
	}
	if r.Act(r.at(k)) != "" {
		return r.acts(k)
	}
	return r.shown(k)
}

// shown reads who will show the video and where: "our receptionists can play in the waiting
// room", "we can post on LinkedIn".
func (r *reader) shown(k int) bool {
	for n := k; n < len(r.words) && n < k+6; n++ {
		if !auxiliary[r.at(n)] {
			continue
		}
		for n++; auxiliary[r.at(n)]; n++ {
		}
		if !shows[r.at(n)] {
			return false
		}
		for n++; shows[r.at(n)] || r.at(n) == "it"; n++ {
		}
		return r.placeAt(n)
	}
	return false
}

// placeAt reads where the video will be seen, from its preposition at word k on.
func (r *reader) placeAt(k int) bool {
	w := r.at(k)
	if k >= len(r.words) || relation[w] && !in[w] { // "a video we can share that …"
		r.i = k
		return k < len(r.words)
	}
	if !in[w] {
		return false
	}
	end := r.end(k+1, false)
	to := r.text(k+1, end)
	if strings.Contains(to, ",") {
		return false
	}
	if who := whoOnly.ReplaceAllString(to, ""); (w == "to" || w == "with") && r.People(who) {
		if r.o.Rest == "" {
			return false // "send to candidates who didn't get the job", of whom the next sentence tells
		}
		r.o.Viewers, r.o.Given = who, true
	} else {
		r.o.Places = append(r.o.Places, to)
	}
	r.i = end
	return true
}

// acts reads what the video does, whose verb is word k, to the end of the order.
func (r *reader) acts(k int) bool {
	if k+1 >= len(r.words) && r.o.Rest == "" {
		return false
	}
	r.o.Act, r.o.Object = r.Act(r.at(k)), r.text(k+1, len(r.words))
	r.i = len(r.words)
	return true
}

// aside reads a setting behind a comma, up to the next comma.
func (r *reader) aside() bool {
	end := r.i
	for end < len(r.words) {
		end++
		if r.words[end-1].comma {
			break
		}
	}
	np := r.text(r.i, end)
	if !r.manners(np) {
		return false
	}
	r.o.Settings, r.i = append(r.o.Settings, np), end
	return true
}

// manners tells whether words say how the video is to be: "friendly and not alarming".
func (r *reader) manners(np string) bool {
	return r.Setting(np) || manner.MatchString(np)
}
