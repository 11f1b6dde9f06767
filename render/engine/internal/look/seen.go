package look

// Seen is the theme as a scene on the stage s draws it: where the brand's own colours
// would vanish in the stage's ground, they are lighter or darker there. Flat styles have
// grounds of their own colours and stay.
func (t *Theme) Seen(s Stage) *Theme {
	if t.Style.Flat {
		return t
	}
	out := *t
	ground, faint := s.Base, 1.3
	switch s.Name {
	case "ink":
		ground, faint = t.InkCard, 2.2
	case "brand":
		faint = 1.6
	}
	// A bright yellow on white is as light as it and is seen all the same: darker it would
	// be a brown.
	bright := s.Name == "paper" && t.A.Apart(ground) > .12 && Mud(t.A, Repair(t.A, ground, 3))
	if Contrast(t.A, ground) < faint && !bright {
		// Away from the ground, and so far that what is written on it reads.
		out.OnA = LCH{.19, .045, t.HP}.RGB()
		if ground.Luminance() > .18 {
			out.OnA = LCH{.985, .006, t.HP}.RGB()
		}
		out.A = bend(Repair(t.A, ground, 3), out.OnA)
		a := out.A.LCH()
		out.AccentHi = bend(LCH{min(.97, a.L+.10), a.C * .72, a.H + 8}.RGB(), out.OnA)
	}
	if s.Name != "brand" && t.Style.Card == SoftCard && t.P.LCH().C < .08 && Contrast(t.Hot[1], ground) < 1.3 {
		// The hot card of a brand without colour, as dark or as light as the stage, is the
		// other way round.
		l := [3]float64{.97, .94, .90}
		if !s.Dark {
			l = [3]float64{.34, .27, .20}
		}
		for i := range out.Hot {
			out.Hot[i] = t.Tint(l[i], min(.03, t.P.LCH().C*.4), 0)
		}
		out.OnP = on(out.Hot[1], t.HP)
	}
	if s.Name == "paper" && Contrast(t.P, t.Paper0) < 1.7 { // lines and rings are drawn in it
		out.P = Repair(t.P, t.Paper0, 2.2)
	}
	return &out
}
