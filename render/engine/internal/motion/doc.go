// Package motion turns scenes into stages: backdrops, type, cards, charts and
// furniture that move in time with the spoken words. It draws everything but the
// presenter and the captions.
//
// # The stage
//
//   - build.go: [Input], [Build], the design box in u and how it lies in the frame
//   - ground.go: which world a scene is set in, and its colours
//   - backdrop.go: gradients, glows and grain behind it all
//   - motif.go: the brand's pattern, whose cells glow on and off
//   - decor.go: what a style adds to the backdrop
//   - furniture.go: logo, chapter marker, progress, watermark
//   - logo.go: the brand's name and sign on any ground
//   - aside.go: notes and words that a layout has no place for
//   - ticker.go: the band of short lines along the foot
//   - mirror.go: scenes that are read from the right
//   - limits.go: what layouts hold, and what is left out
//   - pages.go: lists and tables that are longer than that
//
// # Drawing and moving
//
//   - canvas.go: one sprite, drawn in u
//   - type.go: texts in their roles, and how they come on
//   - emphasis.go: the words that carry a sentence
//   - card.go: cards in their states
//   - icons.go: icons and their tiles
//   - amounts.go: numbers as people write them
//   - anim.go: layers, entrances, exits, clips
//   - cue.go: when things are named
//   - verbs.go: the motion verbs of a prompt
//   - entrance.go: how a verb moves a whole thing
//   - verbtext.go: verbs that open texts
//   - together.go: verbs for things of several parts
//
// # Presenters
//
//   - presenter.go: the presenter alone, lower third, overlay words
//   - points.go: the presenter beside a list
//   - rows.go: the rows of that list
//   - beside.go: the presenter beside any other scene
//
// # Scenes
//
//   - title.go: the opening card
//   - chapter.go: the card between chapters
//   - quote.go: somebody's words, and kinetic statements
//   - number.go: a scene of one big figure
//   - figure.go: the figure itself
//   - digits.go: its digits as they count
//   - stats.go: the small cards beside it
//   - chart.go: a finding and the data that shows it
//   - chartdata.go: series made fit to draw
//   - bars.go: bars and rows of bars
//   - pairedbars.go: bars of two series
//   - linechart.go: a line or two
//   - compare.go: two columns on shared lines
//   - versus.go: comparisons of one or two rows
//   - claims.go: comparisons of sentences
//   - table.go: rows and columns
//   - tablecolumns.go: how wide the columns are
//   - process.go: steps in order
//   - rail.go: steps and events one below the other
//   - timeline.go: dated events along an axis
//   - grid.go: a bento of tiles
//   - device.go: a screenshot in a frame
//   - code.go: a code block that types itself
//   - location.go: a place without a map
//   - footage.go: pictures and films
//   - end.go: the call to action
//   - sting.go: the logo alone
package motion
