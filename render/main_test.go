package render_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain keeps the random histories short where the suite is asked to be: every act
// in them is forced to the disk.
func TestMain(m *testing.M) {
	flag.Parse()
	checks := flag.Lookup("rapid.checks")
	if checks.Value.String() == checks.DefValue {
		n := "60"
		if testing.Short() {
			n = "15"
		}
		if err := checks.Value.Set(n); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
