package server_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render/server"
	"gitops.video/render/render/server/keys"
	"gitops.video/render/render/wire"
)

func TestAuthentication(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	ping := `[{"taskType":"ping","ping":true}]`
	if text, _ := w.want(ping, 200); text != `{"data":[{"taskType":"ping","pong":true,"extension":1}]}`+"\n" {
		t.Errorf("pong is %s", text)
	}
	w.key = ""
	w.want(ping, 401, "missingApiKey")
	w.want(`[]`, 401, "missingApiKey")
	w.want(`[{"taskType":"authentication","apiKey":"`+aliceKey+`"},{"taskType":"ping"}]`, 200)
	text, _ := w.want(`[{"taskType":"authentication","apiKey":"`+bobKey+`"}]`, 200)
	if !strings.Contains(text, `"connectionSessionUUID":"`) {
		t.Errorf("no session: %s", text)
	}
	text, _ = w.want(`[{"taskType":"authentication","apiKey":"wrong"},{"taskType":"ping"}]`, 401, "invalidApiKey")
	if strings.Contains(text, "pong") || strings.Contains(text, "wrong") {
		t.Errorf("a stranger is told %s", text)
	}
	w.want(`[{"taskType":"ping"},{"taskType":"authentication","apiKey":"`+aliceKey+`"}]`, 401, "missingApiKey") // it must come first
	w.want(`[{"taskType":"authentication"}]`, 401, "missingApiKey")
	w.key = "wrong"
	w.want(ping, 401, "invalidApiKey")
	w.want(`[{"taskType":"authentication","apiKey":"`+aliceKey+`"},{"taskType":"ping"}]`, 401, "invalidApiKey")
	for _, h := range []string{"Basic " + aliceKey, "Bearer", aliceKey, "bearer  " + aliceKey} {
		resp, text := w.request(http.MethodPost, "/v1", http.Header{"Authorization": {h}}, strings.NewReader(ping))
		if want := map[bool]int{true: 200, false: 401}[strings.HasPrefix(h, "bearer")]; resp.StatusCode != want {
			t.Errorf("Authorization %q: %d %s", h, resp.StatusCode, text)
		}
	}
	if strings.Contains(w.log.String(), "-key-0123456789") {
		t.Error("the log holds a key")
	}
}

func TestWithoutKeysOnlyAtHome(t *testing.T) {
	t.Parallel()
	w := start(t, func(o *server.Options) { o.Keys = &keys.Ring{} })
	for _, key := range []string{"", "whatever an SDK insists on"} {
		w.key = key
		w.want(`[{"taskType":"ping"}]`, 200)
	}
	ping := func(h http.Header) int {
		resp, _ := w.request(http.MethodPost, "/v1", h, strings.NewReader(`[{"taskType":"ping"}]`))
		return resp.StatusCode
	}
	if got := ping(http.Header{"Host": {"rebound.example.com"}}); got != 403 {
		t.Errorf("a name from outside: %d", got)
	}
	if got := ping(http.Header{"Host": {"localhost:8080"}}); got != 200 {
		t.Errorf("localhost: %d", got)
	}
	if got := ping(http.Header{"Origin": {"https://evil.example"}}); got != 403 {
		t.Errorf("a page of another site: %d", got)
	}
	if got := ping(http.Header{"Origin": {"null"}}); got != 403 {
		t.Errorf("a page of no site: %d", got)
	}
	if got := ping(http.Header{"Sec-Fetch-Site": {"cross-site"}}); got != 403 {
		t.Errorf("a form of another site: %d", got)
	}
	if got := ping(http.Header{"Origin": {w.url}}); got != 200 {
		t.Errorf("its own page: %d", got)
	}
}

func TestMethodsAndBodies(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	if resp, _ := w.request(http.MethodGet, "/v1", nil, nil); resp.StatusCode != 405 {
		t.Errorf("GET: %d", resp.StatusCode)
	}
	if resp, _ := w.request(http.MethodPost, "/v2", nil, nil); resp.StatusCode != 404 {
		t.Errorf("another path: %d", resp.StatusCode)
	}
	resp, text := w.request(http.MethodPost, "/v1", http.Header{"Content-Encoding": {"gzip"}}, strings.NewReader("\x1f\x8b"))
	if resp.StatusCode != 415 || !strings.Contains(text, "unsupportedContentEncoding") {
		t.Errorf("compressed: %d %s", resp.StatusCode, text)
	}
	if resp.Header.Get(wire.HeaderExtension) != "1" {
		t.Error("the extension is not announced")
	}
	w.want(`{"taskType":"ping"}`, 400, "invalidRequest")
	w.want(`[{"taskType":"ping"`, 400, "invalidJSON")
	w.want(strings.Repeat(`[`, 2_000_000), 400, "invalidRequest")
	w.want(`[`+strings.Repeat(`{},`, 1000)+`{}]`, 400, "maxTasksExceeded")
	w.want(`[{"taskType":"dance","taskUUID":"`+id()+`"}]`, 400, "unsupportedTaskType")
	// A body that claims to be huge is refused before it is read.
	if resp, text := w.request(http.MethodPost, "/v1", nil, zeros(70<<20)); resp.StatusCode != 413 {
		t.Errorf("70 MB: %d %s", resp.StatusCode, text)
	}
	w.key = ""
	if resp, text := w.request(http.MethodPost, "/v1", nil, zeros(2<<20)); resp.StatusCode != 413 || !strings.Contains(text, "in the header") {
		t.Errorf("2 MB from a stranger: %d %s", resp.StatusCode, text)
	}
	for path, want := range map[string]string{"/healthz": "ok\n", "/readyz": "ready\n"} {
		if resp, text := w.request(http.MethodGet, path, nil, nil); resp.StatusCode != 200 || text != want {
			t.Errorf("%s: %d %s", path, resp.StatusCode, text)
		}
	}
}

func TestSubmit(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	a, b := id(), id()
	text, _ := w.want("["+task(a)+"]", 200)
	if text != `{"data":[{"taskType":"videoInference","taskUUID":"`+a+`"}]}`+"\n" {
		t.Errorf("the acknowledgement is %s", text)
	}
	w.want("["+task(a)+"]", 400, "conflictTaskUUID")
	w.want("["+task(strings.ToUpper(a))+"]", 400, "conflictTaskUUID")
	// One task's error leaves its siblings alone.
	_, r := w.want("["+task(a)+","+task(b, `"numberResults":3`)+","+task(id(), `"duration":3`)+"]", 200, "conflictTaskUUID", "unsupportedDuration")
	if len(r.Data) != 1 || r.Data[0].TaskUUID != b {
		t.Errorf("acknowledged: %+v", r.Data)
	}
	w.want("["+task(b)+","+task(b)+"]", 400, "conflictTaskUUID", "conflictTaskUUID")
	twice := id()
	w.want("["+task(twice)+","+task(twice)+"]", 200, "conflictTaskUUID")
	// Several polls in one request; results beside each other; nothing for the unknown.
	_, r = w.want(`[{"taskType":"getResponse","taskUUID":"`+a+`"},{"taskType":"getResponse","taskUUID":"`+b+`"},{"taskType":"getResponse","taskUUID":"`+id()+`"}]`, 200)
	if len(r.Data) != 4 || r.Data[0].Status != wire.StatusProcessing || r.Data[0].Progress == nil {
		t.Errorf("polled: %+v", r.Data)
	}
	if text, _ := w.want(`[{"taskType":"getResponse","taskUUID":"`+id()+`"}]`, 200); text != `{"data":[]}`+"\n" {
		t.Errorf("an unknown task is answered %s", text)
	}
	w.key = bobKey
	if text, _ := w.want(`[{"taskType":"getResponse","taskUUID":"`+a+`"}]`, 200); text != `{"data":[]}`+"\n" {
		t.Errorf("bob sees alice's task: %s", text)
	}
	w.want(`[{"taskType":"getTaskDetails","taskUUID":"`+a+`"}]`, 404, "taskNotFound")
	w.key = aliceKey
	text, _ = w.want(`[{"taskType":"getTaskDetails","taskUUID":"`+a+`"}]`, 200)
	if !strings.Contains(text, `"request":[{"taskType":"videoInference"`) || !strings.Contains(text, `"response":{"data":[{`) {
		t.Errorf("details: %s", text)
	}
	if log := w.log.String(); !strings.Contains(log, "task="+a) || strings.Contains(log, "tides") {
		t.Errorf("the log must name tasks and no prompts:\n%s", log)
	}
}

func TestEverySeedField(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	a := id()
	w.want("["+task(a, `"outputType":"URL"`, `"outputFormat":"WEBM"`, `"outputQuality":80`, `"webhookURL":"https://example.com/h"`, `"deliveryMethod":"async"`,
		`"uploadEndpoint":"https://example.com/u"`, `"safety":{"checkContent":true,"mode":"fast"}`, `"ttl":90`, `"includeCost":true`, `"numberResults":2`,
		`"inputs":{"avatar":"maya"}`, `"width":1280`, `"height":720`, `"duration":12`)+"]", 200)
	k, err := w.queue.Task(t.Context(), "", a)
	if err != nil || k == nil {
		t.Fatal(k, err)
	}
	if k.Submission.Results != 2 || k.Seconds != 12 || k.Price != .1 || k.TTL != 90*time.Second || !k.Cost || k.Webhook != "https://example.com/h" || k.Upload != "https://example.com/u" {
		t.Errorf("queued as %+v", k.Submission)
	}
	for _, has := range []string{`"outputFormat":"WEBM"`, `"outputQuality":80`, `"width":1280`, `"duration":12`, `"avatar":"maya"`} {
		if !strings.Contains(string(k.Spec), has) {
			t.Errorf("the spec lacks %s: %s", has, k.Spec)
		}
	}
	if strings.Contains(string(k.Spec), "example.com") {
		t.Errorf("the spec holds addresses that may be secret: %s", k.Spec)
	}
	text, r := w.want("["+task(id(), `"inputs":{"avatar":"nobody"}`)+"]", 400, "invalidInputsAvatar")
	if strings.Join(r.Errors[0].Allowed, " ") != "maya june" || !strings.Contains(text, `"parameter":"inputs.avatar"`) {
		t.Error(text)
	}
	text, _ = w.want("["+task(id(), `"seed":5`)+"]", 400, "unsupportedParameter")
	if !strings.Contains(text, `"parameter":"seed"`) || !strings.Contains(text, `"documentation":"https://`) {
		t.Error(text)
	}
}

func TestDryRun(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	a := id()
	body := "[" + task(a, `"duration":20`, `"numberResults":2`) + "]"
	for url, h := range map[string]http.Header{"/v1": {wire.HeaderDryRun: {"1"}}, "/v1?dryRun=1": nil} {
		resp, text := w.request(http.MethodPost, url, h, strings.NewReader(body))
		if resp.StatusCode != 200 || text != `{"data":[{"taskType":"videoInference","taskUUID":"`+a+`","cost":4}]}`+"\n" {
			t.Errorf("%s: %d %s", url, resp.StatusCode, text)
		}
	}
	resp, text := w.request(http.MethodPost, "/v1?dryRun=1", nil, strings.NewReader("["+task(a, `"duration":2`)+"]"))
	if resp.StatusCode != 400 || !strings.Contains(text, "unsupportedDuration") {
		t.Errorf("%d %s", resp.StatusCode, text)
	}
	w.want(body, 200) // nothing was accepted before
}

func TestQuota(t *testing.T) {
	t.Parallel()
	secret, k, err := keys.New("carol")
	if err != nil {
		t.Fatal(err)
	}
	w := start(t, func(o *server.Options) {
		ring := &keys.Ring{}
		line := strings.Replace(k.Line(), "}", ", daily: 2, concurrency: 1}", 1)
		if err := ring.Read(strings.NewReader(line)); err != nil {
			t.Fatal(err)
		}
		o.Keys = ring
	})
	w.key = secret
	a := id()
	w.want("["+task(a)+","+task(id())+"]", 200)
	w.want("["+task(id())+"]", 402, "quotaExceeded")
	w.want("["+task(a)+"]", 400, "conflictTaskUUID") // it was accepted, which matters more
	text, _ := w.want(`[{"taskType":"accountManagement","taskUUID":"`+id()+`","operation":"getDetails"}]`, 200)
	for _, has := range []string{`"requests":2`, `"today":`, `"total":`, `"balance":{"amount":1000000`, `"name":"carol"`, `"dailyTasks":2`} {
		if !strings.Contains(text, has) {
			t.Errorf("the account lacks %s: %s", has, text)
		}
	}
	if strings.Contains(text, secret) || strings.Contains(w.log.String(), secret) {
		t.Error("the key is told")
	}
	w.ahead.Store(int64(25 * time.Hour))
	w.want("["+task(id())+"]", 200)
}

func TestModelSearch(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	search := func(more string) string {
		text, _ := w.want(`[{"taskType":"modelSearch","taskUUID":"`+id()+`"`+more+`}]`, 200)
		return text
	}
	for _, more := range []string{``, `,"search":"HeyGen agent"`, `,"category":"video","limit":1`} {
		if text := search(more); !strings.Contains(text, `"air":"heygen:video-agent@0"`) || !strings.Contains(text, `"totalResults":1`) || !strings.Contains(text, `"id":"maya"`) {
			t.Errorf("%s: %s", more, text)
		}
	}
	for _, more := range []string{`,"search":"flux"`, `,"category":"lora"`, `,"offset":1`} {
		if text := search(more); !strings.Contains(text, `"results":[]`) {
			t.Errorf("%s: %s", more, text)
		}
	}
}
