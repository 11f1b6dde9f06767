package engine

import (
	"context"
	"errors"
	"testing"
	"time"

	"gitops.video/render/render/engine/internal/encode"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/timeline"
)

// TestSegmentsCoverTheProgramme: every frame is in one segment, in order; a wait goes
// with the junction behind it, and stands alone before a cut and at the end.
func TestSegmentsCoverTheProgramme(t *testing.T) {
	t.Parallel()
	s := &show{
		board: &scene.Storyboard{Scenes: make([]scene.Scene, 4)}, files: &files{}, set: encode.Settings{FPS: 30},
		talk: &talk{cuts: []timeline.Cut{
			{First: 0, Count: 120, Own: 90}, {First: 120, Count: 100, Own: 100}, {First: 220, Count: 110, Own: 80}, {First: 330, Count: 150, Own: 100},
		}},
	}
	for i, kind := range []string{"", "dissolve", "push", "cut"} {
		s.board.Scenes[i].Transition.Kind = kind
	}
	at, keys := 0, map[string]bool{}
	var kinds string
	for _, g := range s.segments() {
		if first := s.talk.cuts[g.scene].First + g.first; first != at {
			t.Errorf("a segment of scene %d begins at frame %d, want %d", g.scene, first, at)
		}
		if keys[g.key] {
			t.Errorf("two segments have the key of scene %d's %+v", g.scene, g)
		}
		at += g.count
		keys[g.key] = true
		switch {
		case g.junction:
			kinds += "j "
		case g.wait:
			kinds += "w "
		default:
			kinds += "b "
		}
	}
	if at != 480 {
		t.Errorf("%d frames, want 480", at)
	}
	if want := "b w j b j b w b w "; kinds != want {
		t.Errorf("segments are %s, want %s", kinds, want)
	}
}

// TestBodiesAreCutIntoParts: no key frame more than in one piece, and nothing left over.
func TestBodiesAreCutIntoParts(t *testing.T) {
	t.Parallel()
	for _, fps := range []int{24, 30, 60} {
		s := &show{set: encode.Settings{FPS: fps}}
		gop := s.set.GOP()
		for n := -1; n < 40*fps; n++ {
			parts, sum := s.parts(n), 0
			for k, m := range parts {
				sum += m
				if m <= 0 || m > partGroups*gop || k < len(parts)-1 && m%gop != 0 {
					t.Fatalf("%d frames at %d fps are cut into %v", n, fps, parts)
				}
			}
			if sum != max(0, n) {
				t.Fatalf("%d frames at %d fps are cut into %v", n, fps, parts)
			}
		}
	}
}

func TestSoundHearsOfScenesAsTheyAreLaidOut(t *testing.T) {
	t.Parallel()
	l := newLaidOut()
	go func() {
		l.tell(0, nil)
		l.tell(2, []scene.Hit{{At: 1.5, Kind: "pop"}})
		close(l.ended)
	}()
	for i, want := range map[int]bool{0: true, 1: false, 2: true} {
		hits, laid := l.wait(t.Context(), i)
		if laid != want || (len(hits) == 1) != (i == 2) {
			t.Errorf("scene %d: %v, %v", i, hits, laid)
		}
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Millisecond)
	defer stop()
	if _, laid := newLaidOut().wait(ctx, 0); laid {
		t.Error("a scene that nobody lays out is laid out")
	}
	if _, laid := (*laidOut)(nil).wait(t.Context(), 0); laid {
		t.Error("somebody draws for nobody")
	}
}

// TestSoundTakesASeat: while a programme's sound is made, a desk fewer draws, and one that
// finds no seat waits without its encoder.
func TestSoundTakesASeat(t *testing.T) {
	t.Parallel()
	seats := make(chan struct{}, 1)
	ctx, stop := context.WithCancel(t.Context())
	d := newDesk(ctx, &show{}, newWorkshop(1), false)
	if err := d.sit(seats); err != nil {
		t.Fatal(err)
	}
	waiting, sat := &desk{ctx: ctx, enc: encode.NewEncoder(encode.Settings{})}, make(chan error)
	go func() { sat <- waiting.sit(seats) }()
	select {
	case <-sat:
		t.Fatal("two sit on one seat")
	case <-time.After(20 * time.Millisecond):
	}
	<-seats
	if err := <-sat; err != nil {
		t.Fatal(err)
	}
	stop()
	if err := d.sit(seats); !errors.Is(err, context.Canceled) {
		t.Errorf("a desk waits on: %v", err)
	}
}
