// Package cli is the command line: a file a verb. Each newXCommand declares flags and
// each runX does the work; package view does all the printing, and Main turns the way
// a verb ended into an exit code.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"gitops.video/render/cmd/render/internal/view"
	"gitops.video/render/cmd/render/internal/workspace"
	"gitops.video/render/render"
	"gitops.video/render/render/lockfile"
)

// The exit codes. They are part of the interface: scripts branch on them.
const (
	exitDone        = 0
	exitInvalid     = 1 // invalid input or environment; nothing was submitted
	exitChanges     = 2 // plan --detailed-exitcode has changes
	exitFailed      = 3 // some entries failed; the others are done and recorded
	exitPending     = 4 // still rendering when the wait ended; run again to resume
	exitBudget      = 5 // a budget or a guard stopped it before submitting
	exitInterrupted = 130
)

const exitHelp = `
Exit codes: 0 done · 1 invalid input or environment · 2 plan has changes (--detailed-exitcode)
3 some entries failed · 4 still rendering, run again to resume · 5 a budget or guard stopped it
130 interrupted, safe to run again`

// Config is everything that a run takes from its surroundings.
type Config struct {
	Args      []string // without the program's name
	Stdin     io.Reader
	Stdout    io.Writer
	Stderr    io.Writer
	LookupEnv func(string) (string, bool)
	Signals   <-chan os.Signal
	Clock     render.Clock
	// Providers stand in for, or beside, the built-in ones by name.
	Providers map[string]workspace.Opener
}

// FromOS is the surroundings of a process.
func FromOS() Config {
	return Config{Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, LookupEnv: os.LookupEnv,
		Signals: notifySignals(), Clock: render.SystemClock{}}
}

// app is one run of the program.
type app struct {
	Config
	view  *view.View
	flags struct {
		json, noColor, quiet, verbose bool
	}
	env    *environment
	atWork atomic.Pointer[makers] // while an apply is carried out
}

// exit is an error that knows its exit code.
type exit struct {
	code int
	err  error // nil = everything was said already
	hint string
}

func (e *exit) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit %d", e.code)
	}
	return e.err.Error()
}

func (e *exit) Unwrap() error { return e.err }

func invalid(format string, args ...any) error {
	return &exit{code: exitInvalid, err: fmt.Errorf(format, args...)}
}

// Main runs the program and gives its exit code.
func Main(c Config) int {
	a := &app{Config: c}
	a.env = newEnvironment(a)
	a.look()
	root := a.rootCommand()
	root.SetArgs(c.Args)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	cmd, err := root.ExecuteContextC(ctx)
	return a.conclude(misused(cmd, err))
}

// conclude tells why a run stopped and chooses its exit code.
func (a *app) conclude(err error) int {
	if err == nil {
		return exitDone
	}
	code, hint := exitInvalid, ""
	var e *exit
	var guard *render.GuardError
	var held *lockfile.HeldError
	var stale *render.StaleError
	switch {
	case errors.As(err, &e):
		if e.err == nil {
			return e.code
		}
		code, hint = e.code, e.hint
	case errors.Is(err, context.Canceled):
		code, err = exitInterrupted, errors.New("interrupted; it is safe to run again")
	case errors.As(err, &guard):
		code, hint = exitBudget, guard.Hint
	case errors.As(err, &held):
	case errors.As(err, &stale):
		hint = "make the plan again with `render plan --out`, and review it again"
	}
	a.view.Failure(err.Error(), hint)
	return code
}

// misused adds to what cobra says of a command line how the command is meant.
func misused(cmd *cobra.Command, err error) error {
	if err == nil {
		return nil
	}
	text := err.Error()
	missing, required := strings.CutPrefix(text, "required flag(s) \"")
	switch {
	case strings.HasPrefix(text, "unknown command"):
		return &exit{code: exitInvalid, err: err, hint: "`render help` lists the commands"}
	case strings.HasPrefix(text, "unknown flag"), strings.HasPrefix(text, "unknown shorthand"):
		return &exit{code: exitInvalid, err: err, hint: "`" + cmd.CommandPath() + " --help` lists its flags"}
	case required:
		name, _, _ := strings.Cut(missing, "\"")
		return &exit{code: exitInvalid, err: errors.New("--" + name + " is missing"), hint: cmd.UseLine()}
	case strings.HasPrefix(text, "accepts "):
		return &exit{code: exitInvalid, err: errors.New("there are too many or too few arguments"), hint: cmd.UseLine()}
	}
	return err
}

// look makes the view that fits the streams and the flags.
func (a *app) look() {
	noColor, _ := a.LookupEnv("NO_COLOR")
	termName, _ := a.LookupEnv("TERM")
	out, width, _ := terminal(a.Stdout)
	errs, errWidth, height := terminal(a.Stderr)
	a.view = view.New(view.Options{
		Out: a.Stdout, Err: a.Stderr, JSON: a.flags.json, Quiet: a.flags.quiet, Verbose: a.flags.verbose,
		Color: out && errs && noColor == "" && !a.flags.noColor && termName != "dumb",
		Width: max(width, errWidth), Bars: height > 0 && termName != "dumb",
	})
}

// terminal measures a stream; one that does not know its size cannot be redrawn.
func terminal(w io.Writer) (is bool, width, height int) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return false, 0, 0
	}
	width, height, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return true, 0, 0
	}
	return true, width, height
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "render",
		Short: "Turn video manifests kept in git into finished videos, and render again only what changed",
		Long: `render turns YAML manifests into finished videos and renders again only what changed.

Begin with  render init,  then  render apply videos.yaml.
` + exitHelp,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRun: func(*cobra.Command, []string) {
			a.look()
		},
	}
	root.SetOut(a.Stdout)
	root.SetErr(a.Stderr)
	root.SetIn(a.Stdin)
	f := root.PersistentFlags()
	f.BoolVar(&a.flags.json, "json", false, "NDJSON events on the output, talk on the error stream")
	f.BoolVar(&a.flags.noColor, "no-color", false, "no colours (also NO_COLOR)")
	f.BoolVarP(&a.flags.quiet, "quiet", "q", false, "only results and errors")
	f.BoolVarP(&a.flags.verbose, "verbose", "v", false, "also what is unchanged, and whole prompts")
	root.AddCommand(
		newInitCommand(a), newValidateCommand(a), newExpandCommand(a), newPlanCommand(a), newExplainCommand(a), newApplyCommand(a),
		newStatusCommand(a), newVerifyCommand(a), newPullCommand(a), newAdoptCommand(a), newLockCommand(a), newWatchCommand(a),
		newReportCommand(a), newStoryboardCommand(a), newFrameCommand(a), newAvatarsCommand(a), newVoicesCommand(a),
		newStylesCommand(a), newFontsCommand(a), newSchemaCommand(a), newVersionCommand(a), newDoctorCommand(a), newServeCommand(a), newWorkerCommand(a),
	)
	groups(root)
	return root
}

// groups lets a command that only holds others refuse a name that none of them has, as
// the root does, instead of printing its help and calling that a success.
func groups(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.HasSubCommands() && !c.Runnable() {
			c.Args, c.RunE = cobra.NoArgs, func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
	}
}

// interruptible gives a context that the first signal ends.
func (a *app) interruptible(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		select {
		case <-a.Signals:
			cancel()
		case <-ctx.Done():
		}
	}()
	return ctx, cancel
}

// twiceInterruptible gives a context that the first signal ends, and a channel that the
// second one closes.
func (a *app) twiceInterruptible(ctx context.Context) (context.Context, <-chan struct{}, context.CancelFunc) {
	first, cancel := a.interruptible(ctx)
	hurry, over := make(chan struct{}), make(chan struct{})
	go func() {
		select {
		case <-first.Done():
		case <-over:
			return
		}
		select {
		case <-a.Signals:
			close(hurry)
		case <-over:
		}
	}()
	return first, hurry, sync.OnceFunc(func() { cancel(); close(over) })
}

// elapsed is for lines about work that is not an apply.
func elapsed(since, now time.Time) string {
	return now.Sub(since).Round(10 * time.Millisecond).String()
}
