package server_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"gitops.video/render/render/server"
)

// The figures of the task server over HTTP. The clients are a process of their own,
// this test's binary once more, so that what they do is not counted as the server's;
// they do share its processors, so run these where nothing else does:
//
//	go test ./render/server -run '^$' -bench . -benchtime 5x
const (
	crowdVariable = "RENDER_TEST_CROWD" // what the clients do; set = this process is them
	atOnce        = 2000                // tasks that are submitted at once
	pollers       = 64                  // connections that poll
	pollsEach     = 1000
)

func TestMain(m *testing.M) {
	if what := os.Getenv(crowdVariable); what != "" {
		if err := crowdOf(what, os.Args[len(os.Args)-1], os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// caller is one client with one connection.
type caller struct {
	addr string
	conn net.Conn
	in   *bufio.Reader
}

func (c *caller) dial() (err error) {
	if c.conn, err = net.Dial("tcp", c.addr); err == nil {
		c.in = bufio.NewReaderSize(c.conn, 1024)
	}
	return err
}

// ask sends one request and reads its answer.
func (c *caller) ask(request []byte) error {
	if _, err := c.conn.Write(request); err != nil {
		return err
	}
	resp, err := http.ReadResponse(c.in, nil)
	if err != nil {
		return err
	}
	body, err := io.ReadAll(resp.Body)
	if err == nil && (resp.StatusCode != http.StatusOK || !bytes.Contains(body, []byte(`"taskUUID"`))) {
		err = fmt.Errorf("%d %s", resp.StatusCode, body)
	}
	return err
}

func request(addr, body string) []byte {
	return fmt.Appendf(nil, "POST /v1 HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", addr, aliceKey, len(body), body)
}

func poll(id string) string { return `[{"taskType":"getResponse","taskUUID":"` + id + `"}]` }

// crowdOf is the clients' process. It says when it is ready, waits for a line, and then
// writes how many microseconds each request took.
//
//	submit  2,000 clients submit a task each, on connections that are open
//	fresh   the same, and they have to connect first
//	poll    64 clients ask for the tasks that the line names
func crowdOf(what, addr string, in io.Reader, out io.Writer) error {
	n, each := atOnce, 1
	if what == "poll" {
		n, each = pollers, pollsEach
	}
	all := make([]caller, n)
	for i := range all {
		all[i].addr = addr
		if what == "fresh" {
			continue
		}
		if err := all[i].dial(); err != nil {
			return err
		}
		if err := all[i].ask(request(addr, `[{"taskType":"ping","taskUUID":"`+id()+`"}]`)); err != nil {
			return err
		}
	}
	fmt.Fprintln(out, "ready")
	line, err := bufio.NewReaderSize(in, 1<<20).ReadString('\n')
	if err != nil {
		return err
	}
	tasks := strings.Fields(line)
	requests := make([][]byte, n*each)
	for i := range requests {
		if what == "poll" {
			requests[i] = request(addr, poll(tasks[i*7919%len(tasks)]))
		} else {
			requests[i] = request(addr, "["+task(id())+"]")
		}
	}
	took, errs := make([]time.Duration, n*each), make([]error, n)
	begin := make(chan bool)
	var wg sync.WaitGroup
	for i := range all {
		wg.Go(func() {
			<-begin
			for k := i * each; k < (i+1)*each && errs[i] == nil; k++ {
				began := time.Now()
				if what == "fresh" {
					errs[i] = all[i].dial()
				}
				if errs[i] == nil {
					errs[i] = all[i].ask(requests[k])
				}
				took[k] = time.Since(began)
			}
		})
	}
	close(begin)
	wg.Wait()
	w := bufio.NewWriter(out)
	for i, d := range took {
		if err := errs[i/each]; err != nil {
			return err
		}
		fmt.Fprintln(w, d.Microseconds())
	}
	return w.Flush()
}

// crowdAt runs clients against a server. It gives the times of their requests, in order
// of length, and how long all of it took.
func crowdAt(b *testing.B, w *world, what, line string) (took []time.Duration, all time.Duration) {
	cmd := exec.CommandContext(b.Context(), os.Args[0], strings.TrimPrefix(w.url, "http://"))
	cmd.Env = append(os.Environ(), crowdVariable+"="+what)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		b.Fatal("the clients are not ready")
	}
	began := time.Now()
	if _, err := io.WriteString(in, line+"\n"); err != nil {
		b.Fatal(err)
	}
	for lines.Scan() {
		if len(took) == 0 {
			all = time.Since(began)
		}
		us, err := strconv.Atoi(lines.Text())
		if err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Duration(us)*time.Microsecond)
	}
	if err := cmd.Wait(); err != nil {
		b.Fatal(err)
	}
	slices.Sort(took)
	return took, all
}

// quiet is a world whose log goes nowhere.
func quiet(b *testing.B) *world {
	return start(b, func(o *server.Options) { o.Logger = nil })
}

// BenchmarkPolls is getResponse, one task a request: a thousand tasks that wait.
func BenchmarkPolls(b *testing.B) {
	w := quiet(b)
	var ids, tasks []string
	for range 1000 {
		ids = append(ids, id())
		tasks = append(tasks, task(ids[len(ids)-1]))
	}
	w.want("["+strings.Join(tasks, ",")+"]", 200)
	var rates, p99s []float64
	for b.Loop() {
		took, all := crowdAt(b, w, "poll", strings.Join(ids, " "))
		rates, p99s = append(rates, float64(len(took))/all.Seconds()), append(p99s, ms(took, .99))
	}
	b.ReportMetric(median(rates), "polls/s")
	b.ReportMetric(median(p99s), "p99-ms")
}

// BenchmarkSubmits is 2,000 tasks at once, each from a client of its own, until each is
// told that its task is on the disk. The figures are the medians of the rounds'.
func BenchmarkSubmits(b *testing.B) {
	for name, what := range map[string]string{"Open": "submit", "Fresh": "fresh"} {
		b.Run(name, func(b *testing.B) {
			figures := map[string][]float64{}
			for b.Loop() {
				took, _ := crowdAt(b, quiet(b), what, "")
				for name, part := range map[string]float64{"p50-ms": .5, "p99-ms": .99, "max-ms": 1} {
					figures[name] = append(figures[name], ms(took, part))
				}
			}
			for name, all := range figures {
				b.ReportMetric(median(all), name)
			}
		})
	}
}

// ms is the time that a part of the requests took at most, in milliseconds.
func ms(sorted []time.Duration, part float64) float64 {
	return float64(sorted[min(int(part*float64(len(sorted))), len(sorted)-1)].Microseconds()) / 1000
}

func median(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}
