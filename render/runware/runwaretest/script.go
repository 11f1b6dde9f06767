package runwaretest

import (
	"flag"
	"fmt"
	"io"
	"net/http/httptest"
	"strconv"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
)

// Commands are what a testscript needs to run a program against a server:
//
//	runware [-delay D] [-bytes N] [-chance P] [-fail P] [-seed N] [-stall D] [-balance USD] [-key K] [-extension]
//	        starts one and sets RUNWARE_BASE_URL and RUNWARE_API_KEY
//	fault NAME [N]   the next N requests meet a fault
//	fault clear      the armed faults are taken back
//	books [-check]   prints a summary and the books to stdout; with -check fails where
//	                 a task was accepted twice
func Commands() map[string]func(ts *testscript.TestScript, neg bool, args []string) {
	var mu sync.Mutex
	running := map[*testscript.TestScript]*Server{}
	server := func(ts *testscript.TestScript) *Server {
		mu.Lock()
		defer mu.Unlock()
		s := running[ts]
		if s == nil {
			ts.Fatalf("no server runs: begin with `runware`")
		}
		return s
	}
	return map[string]func(ts *testscript.TestScript, neg bool, args []string){
		"runware": func(ts *testscript.TestScript, neg bool, args []string) {
			if neg {
				ts.Fatalf("unsupported: ! runware")
			}
			var opt Options
			f := flag.NewFlagSet("runware", flag.ContinueOnError)
			f.SetOutput(io.Discard)
			f.DurationVar(&opt.Delay, "delay", 0, "")
			f.DurationVar(&opt.Stall, "stall", 0, "")
			f.IntVar(&opt.Bytes, "bytes", 0, "")
			f.Float64Var(&opt.Chance, "chance", 0, "")
			f.Float64Var(&opt.FailOne, "fail", 0, "")
			f.Float64Var(&opt.Balance, "balance", 0, "")
			f.Uint64Var(&opt.Seed, "seed", 0, "")
			f.StringVar(&opt.Key, "key", Key, "")
			f.BoolVar(&opt.Extension, "extension", false, "")
			ts.Check(f.Parse(args))
			s := New(opt)
			h := httptest.NewServer(s)
			ts.Defer(func() {
				h.CloseClientConnections()
				h.Close()
				mu.Lock()
				delete(running, ts)
				mu.Unlock()
			})
			mu.Lock()
			running[ts] = s
			mu.Unlock()
			ts.Setenv("RUNWARE_BASE_URL", h.URL+"/v1")
			ts.Setenv("RUNWARE_API_KEY", opt.Key)
		},
		"fault": func(ts *testscript.TestScript, neg bool, args []string) {
			if neg || len(args) < 1 || len(args) > 2 {
				ts.Fatalf("usage: fault NAME [N]")
			}
			if args[0] == "clear" {
				server(ts).Clear()
				return
			}
			n := 1
			if len(args) == 2 {
				var err error
				n, err = strconv.Atoi(args[1])
				ts.Check(err)
			}
			ts.Check(server(ts).Inject(args[0], n))
		},
		"books": func(ts *testscript.TestScript, neg bool, args []string) {
			b := server(ts).Books()
			fmt.Fprintln(ts.Stdout(), b.Summary())
			for _, k := range b.Tasks {
				fmt.Fprintf(ts.Stdout(), "%s accepted %d billed %d %s\n", k.UUID, k.Accepted, k.Billed, k.Failed)
			}
			problems := b.Problems()
			for _, p := range problems {
				ts.Logf("%s", p)
			}
			if len(args) > 0 && args[0] == "-check" && (len(problems) > 0) != neg {
				ts.Fatalf("books: %d problems, want them: %v", len(problems), neg)
			}
		},
	}
}
