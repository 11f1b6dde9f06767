//go:build (linux || darwin) && (amd64 || arm64)

package espeak

import (
	"errors"
	"fmt"
	"runtime"
	"unicode/utf8"
	"unsafe"

	"github.com/ebitengine/purego"
)

// Constants of espeak-ng's speak_lib.h.
const (
	outputSynchronous  = 2
	initPhonemeEvents  = 0x0001
	initPhonemeIPA     = 0x0002
	initDontExit       = 0x8000
	charsUTF8          = 1
	codesInBrackets    = 0x100
	pauseAtEnd         = 0x1000 // without it the last sound is cut
	phonemesIPA        = 0x02
	positionCharacter  = 1
	parameterRate      = 1
	parameterPitch     = 3
	parameterRange     = 4
	parameterWordGap   = 7
	eventTerminated    = 0
	eventWord          = 1
	eventEnd           = 5
	eventPhoneme       = 7
	clauseTypeSentence = 0x00080000
)

// clauseEnds maps a clause terminator (pause and intonation bits) to its mark.
var clauseEnds = map[int32]byte{
	40 | 0x0000 | 0x80000: '.',
	20 | 0x1000 | 0x40000: ',',
	40 | 0x2000 | 0x80000: '?',
	45 | 0x3000 | 0x80000: '!',
	30 | 0x0000 | 0x40000: ':',
	30 | 0x1000 | 0x40000: ';',
}

// cEvent is espeak_EVENT.
type cEvent struct {
	kind, id, text, length, millis, sample int32
	user                                   uintptr
	name                                   [8]byte
}

type library struct {
	rate     int32
	synth    func(text *byte, size uintptr, position uint32, kind int32, end, flags uint32, id, user uintptr) int32
	set      func(parameter, value, relative int32) int32
	voice    func(name string) int32
	phonemes func(text *uintptr, mode, phonemeMode int32, terminator *int32) uintptr
	plain    func(text *uintptr, mode, phonemeMode int32) uintptr
	current  string
	speech   *Speech
}

// open opens the library and returns what answers requests with it.
func open(path, data string) (func(request) (response, error), error) {
	lib, err := purego.Dlopen(path, purego.RTLD_NOW|purego.RTLD_GLOBAL)
	if err != nil {
		return nil, fmt.Errorf("open espeak-ng %s: %w", path, err)
	}
	l := &library{}
	var initialize func(output, buffer int32, path *byte, options int32) int32
	var callback func(fn uintptr)
	purego.RegisterLibFunc(&initialize, lib, "espeak_Initialize")
	purego.RegisterLibFunc(&callback, lib, "espeak_SetSynthCallback")
	purego.RegisterLibFunc(&l.synth, lib, "espeak_Synth")
	purego.RegisterLibFunc(&l.set, lib, "espeak_SetParameter")
	purego.RegisterLibFunc(&l.voice, lib, "espeak_SetVoiceByName")
	// Piper's build of espeak-ng alone tells how each clause ended.
	if fn, err := purego.Dlsym(lib, "espeak_TextToPhonemesWithTerminator"); err == nil {
		purego.RegisterFunc(&l.phonemes, fn)
	}
	purego.RegisterLibFunc(&l.plain, lib, "espeak_TextToPhonemes")
	var dir *byte
	if data != "" {
		dir = &append([]byte(data), 0)[0]
	}
	l.rate = initialize(outputSynchronous, 0, dir, initPhonemeEvents|initPhonemeIPA|initDontExit)
	if l.rate <= 0 {
		return nil, fmt.Errorf("espeak-ng finds no data in %q", data)
	}
	callback(purego.NewCallback(l.receive))
	return l.answer, nil
}

// receive is called by espeak-ng with samples and the events within them.
func (l *library) receive(wav uintptr, n int32, events uintptr) uintptr {
	s := l.speech
	if wav != 0 && n > 0 {
		s.Samples = append(s.Samples, unsafe.Slice(*(**int16)(unsafe.Pointer(&wav)), n)...)
	}
	for e := *(**cEvent)(unsafe.Pointer(&events)); e != nil && e.kind != eventTerminated; e = (*cEvent)(unsafe.Add(unsafe.Pointer(e), unsafe.Sizeof(*e))) {
		at := Event{Sample: int(e.sample), Text: int(e.text) - 1}
		switch e.kind {
		case eventWord:
			at.Word, at.Length = true, int(e.length)
		case eventPhoneme:
			at.IPA = ipaName(e.name)
		case eventEnd:
			at.Sentence = true
		default:
			continue
		}
		s.Events = append(s.Events, at)
	}
	return 0
}

// ipaName reads the name of a sound. On 64-bit machines espeak-ng fills in four of
// its eight bytes; what follows is whatever was in its memory before.
func ipaName(name [8]byte) string {
	end := 0
	for end < 4 && name[end] != 0 {
		r, n := utf8.DecodeRune(name[end:4])
		if r == utf8.RuneError {
			break
		}
		end += n
	}
	return string(name[:end])
}

func (l *library) answer(q request) (response, error) {
	s := q.Settings
	if s.Voice != l.current {
		if l.voice(s.Voice) != 0 {
			return response{}, fmt.Errorf("no voice %q", s.Voice)
		}
		l.current = s.Voice
	}
	switch {
	case q.Phonemes:
		clauses, err := l.clauses(q.Text)
		return response{Clauses: clauses}, err
	case q.Codes != nil:
		return response{IPA: l.sounds(q.Codes)}, nil
	}
	for parameter, value := range map[int32]int{parameterRate: s.Rate, parameterPitch: s.Pitch, parameterRange: s.Range, parameterWordGap: s.Gap} {
		l.set(parameter, int32(value), 0)
	}
	l.speech = &Speech{Rate: int(l.rate)}
	text := append([]byte(q.Text), 0)
	if code := l.synth(&text[0], uintptr(len(text)), 0, positionCharacter, 0, charsUTF8|codesInBrackets|pauseAtEnd, 0, 0); code != 0 {
		return response{}, fmt.Errorf("speaking failed with code %d", code)
	}
	return response{Speech: *l.speech}, nil
}

// sounds says how each phoneme code sounds in the current voice.
func (l *library) sounds(codes []string) []string {
	// Only speaking makes the library look into brackets.
	l.speech = &Speech{}
	blank := []byte{' ', 0}
	l.synth(&blank[0], uintptr(len(blank)), 0, positionCharacter, 0, charsUTF8|codesInBrackets, 0, 0)
	out := make([]string, len(codes))
	for i, c := range codes {
		buf := append([]byte("[["+c+"]]"), 0)
		at := uintptr(unsafe.Pointer(&buf[0]))
		out[i] = goString(l.plain(&at, charsUTF8, phonemesIPA))
		runtime.KeepAlive(buf)
	}
	return out
}

func (l *library) clauses(text string) ([]Clause, error) {
	if l.phonemes == nil {
		return nil, errors.New("this espeak-ng does not tell how clauses end")
	}
	buf := append([]byte(text), 0)
	at := uintptr(unsafe.Pointer(&buf[0]))
	var out []Clause
	for at != 0 {
		var end int32
		ipa := l.phonemes(&at, charsUTF8, phonemesIPA, &end)
		c := Clause{IPA: goString(ipa), End: clauseEnds[end&0x000FFFFF], Sentence: end&clauseTypeSentence != 0}
		if c.IPA != "" || c.End != 0 {
			out = append(out, c)
		}
	}
	runtime.KeepAlive(buf)
	return out, nil
}

func goString(p uintptr) string {
	if p == 0 {
		return ""
	}
	c, n := *(**byte)(unsafe.Pointer(&p)), 0
	for *(*byte)(unsafe.Add(unsafe.Pointer(c), n)) != 0 {
		n++
	}
	return string(unsafe.Slice(c, n))
}
