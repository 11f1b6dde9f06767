package wire_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"gitops.video/render/render/wire"
)

const uuid = "8d3c0b0a-6a0e-4d0c-9f0e-3f2b7f1a1c11"

// replies are the shapes seen from servers; want is what each must come to:
// items as status[:url], errors as code[@task].
var replies = []struct {
	name, body, want string
}{
	{"ack", `{"data":[{"taskType":"videoInference","taskUUID":"` + uuid + `"}]}`, "processing"},
	{"processing", `{"data":[{"taskUUID":"u","status":"processing","progress":40}]}`, "processing"},
	{"old word for running", `{"data":[{"taskUUID":"u","status":"pending"}]}`, "processing"},
	{"success", `{"data":[{"taskUUID":"u","status":"success","videoUUID":"v","videoURL":"https://x/v.mp4","cost":0.999}]}`, "success:https://x/v.mp4"},
	{"success without a word", `{"data":[{"taskUUID":"u","videoURL":"https://x/v.mp4"}]}`, "success:https://x/v.mp4"},
	{"unified names", `{"data":[{"taskUUID":"u","status":"success","mediaUUID":"v","mediaURL":"https://x/v.mp4"}]}`, "success:https://x/v.mp4"},
	{"empty", `{"data":[]}`, ""},
	{"null", `{"data":null,"errors":null}`, ""},
	{"data as an object", `{"data":{"taskUUID":"u","videoURL":"https://x/v.mp4"}}`, "success:https://x/v.mp4"},
	{"top-level array", `[{"taskUUID":"u","status":"processing"}]`, "processing"},
	{"bare item", `{"taskUUID":"u","videoURL":"https://x/v.mp4","videoUUID":"v"}`, "success:https://x/v.mp4"},
	{"byte order mark", "\ufeff" + `{"data":[]}`, ""},
	{"errors", `{"data":[],"errors":[{"code":"timeoutProvider","status":"error","message":"m","taskUUID":"u"}]}`, "!timeoutProvider@u"},
	{"errors as an object", `{"errors":{"code":"invalidWidth","message":"m","taskUUID":"u"}}`, "!invalidWidth@u"},
	{"errors as strings", `{"errors":["rateLimitExceeded","It broke."]}`, "!rateLimitExceeded !unknownError"},
	{"error in data", `{"data":[{"taskUUID":"u","status":"error","error":{"code":"inferenceError","message":"m"}}]}`, "!inferenceError@u"},
	{"error flat in data", `{"data":[{"taskUUID":"u","status":"error","code":"inferenceError","message":"m"}]}`, "!inferenceError@u"},
	{"error list in data", `{"data":[{"taskUUID":"u","error":[{"code":"a"},{"code":"b"}]}]}`, "!a@u !b@u"},
	{"empty error list in data", `{"data":[{"taskUUID":"u","error":[ ],"status":"processing"}]}`, ""},
	{"single error", `{"error":{"code":"serviceUnavailable","message":"m"},"taskUUID":"u"}`, "!serviceUnavailable@u"},
	{"error as string", `{"error":"unauthorized"}`, "!unauthorized"},
	{"legacy", `{"error":true,"errorId":19,"errorMessage":"Invalid API key"}`, "!error19"},
	{"older context", `{"errors":[{"code":"x","context":{"taskUUID":"u","taskType":"videoInference"}}]}`, "!x@u"},
	{"half done", `{"data":[{"taskUUID":"u","status":"success","videoURL":"https://x/1"},{"taskUUID":"u","status":"processing"}],"errors":[{"code":"inferenceError","taskUUID":"u"}]}`,
		"success:https://x/1 processing !inferenceError@u"},
	{"wrong types", `{"data":[{"taskUUID":7,"status":5,"videoURL":["x"],"progress":"40","cost":"1.5","NSFWContent":"true","seed":"12"},"stray",3,null]}`, "processing processing"},
	{"upload", `{"data":[{"taskType":"mediaStorage","operation":"upload","mediaUUID":"m","mediaURL":"https://x/m.png"}]}`, "success:https://x/m.png"},
}

func shape(r wire.Reply) string {
	var parts []string
	for _, i := range r.Data {
		s := string(i.Status)
		if i.URL() != "" {
			s += ":" + i.URL()
		}
		parts = append(parts, s)
	}
	for _, e := range r.Errors {
		s := "!" + e.Code
		if e.TaskUUID != "" {
			s += "@" + e.TaskUUID
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " ")
}

func TestDecodeShapes(t *testing.T) {
	t.Parallel()
	for _, tt := range replies {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, err := wire.Decode([]byte(tt.body))
			if err != nil {
				t.Fatal(err)
			}
			if got := shape(r); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestDecodeValues(t *testing.T) {
	t.Parallel()
	r, err := wire.Decode([]byte(`{"data":[
		{"taskUUID":"U1","status":"success","videoURL":"https://x/v?sig=1","seed":9007199254740993,"cost":"0.5","NSFWContent":1},
		{"taskType":"accountManagement","balance":12.5},
		{"taskType":"accountManagement","balance":{"amount":3,"freeBalance":"0.5","currency":"USD"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	v := r.Data[0]
	if v.Seed != 9007199254740993 || v.Cost == nil || *v.Cost != 0.5 || !v.NSFW || v.ID() != "https://x/v" {
		t.Errorf("item read as %+v", v)
	}
	if items, _ := r.About("u1"); len(items) != 1 {
		t.Errorf("UUIDs must match in any case, got %d items", len(items))
	}
	if b := r.Data[1].Balance; b == nil || *b != 12.5 {
		t.Errorf("balance as a number read as %v", b)
	}
	if b := r.Data[2].Balance; b == nil || *b != 3.5 {
		t.Errorf("balance as an object read as %v", b)
	}
}

func TestDecodeRefusesForeignBodies(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		"": "empty",
		"<html><head><title>502 Bad Gateway</title></head></html>": `"502 Bad Gateway"`,
		`{"data":[{"taskUUID":"8d3c`:                               "not JSON",
		"upstream \x1b[31mfailed\n":                                "upstream [31mfailed",
		strings.Repeat("[", 200000):                                "not JSON",
	} {
		_, err := wire.Decode([]byte(body))
		var notJSON *wire.NotJSONError
		if !errors.As(err, &notJSON) || !strings.Contains(err.Error(), want) {
			t.Errorf("Decode(%.30q) = %v, want a NotJSONError with %q", body, err, want)
		}
	}
}

func TestErrorText(t *testing.T) {
	t.Parallel()
	r, err := wire.Decode([]byte(`{"errors":[
		{"code":"invalidWidth","message":"Invalid value.","parameter":["width","height"],"min":256,"max":"2048","documentation":"https://runware.ai/docs/x"},
		{"code":"invalidAvatar","message":"Unknown\u001b[2J avatar.","parameter":"avatar","allowedValues":{"10":"k","2":"c","0":"a"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := "Invalid value (field width, height); allowed: 256 to 2048; see https://runware.ai/docs/x"
	if got := r.Errors[0].Text(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := r.Errors[1].Text(), "Unknown[2J avatar; allowed: a, c, k"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestClassify(t *testing.T) {
	t.Parallel()
	for class, codes := range map[wire.Class]string{
		wire.ClassAuth:       "invalidApiKey missingApiKey unauthorized forbidden permissionDenied insufficientPermissions authenticationFailed tokenExpired accountSuspended organizationDisabled workspaceSuspended",
		wire.ClassQuota:      "insufficientCredits providerInsufficientCredits quotaExceeded paymentRequired insufficientBalance",
		wire.ClassRateLimit:  "rateLimitExceeded inferenceRateLimitExceeded providerRateLimitExceeded",
		wire.ClassSafety:     "contentPolicyViolation providerContentPolicyViolation sensitiveContentDetected unsafeContentDetected nsfwContentDetected promptBlocked imageBlocked moderationFailed contentCheckFailed",
		wire.ClassTimeout:    "timeout providerTimeout providerGatewayTimeout webhookTimeout timeoutProvider",
		wire.ClassNotFound:   "taskNotFound taskExpired taskCancelled taskFailedOrNotFound unknownModel modelNotFound",
		wire.ClassServer:     "internalServerError serviceUnavailable serverUnavailable standardError unknownError undefinedError defaultError unrecognizedResponse errorRetrievingAccountManagement somethingNew",
		wire.ClassProvider:   "providerError inferenceError processingFailed taskFailed downloadFailed uploadFailed noAvailableServer modelUnavailable modelDisabled modelNotReady mediaStorageFileCouldNotBeMoved",
		wire.ClassValidation: "invalidWidth missingPositivePrompt conflictTaskUUID duplicateTask unsupportedParameter valueTooLong arrayTooShort maxDuration unknownParameter incompatibleParameters modelAlreadyExists narrationTooLong invalidPositivePromptLength",
	} {
		for code := range strings.FieldsSeq(codes) {
			if got := wire.Classify(code, 200); got != class {
				t.Errorf("Classify(%s) = %s, want %s", code, got, class)
			}
		}
	}
	for _, tt := range []struct {
		code   string
		status int
		want   wire.Class
	}{
		{"missingAuthentication", 401, wire.ClassAuth},
		{"", 403, wire.ClassAuth},
		{"contentPolicyViolation", 403, wire.ClassSafety},
		{"unknownError", 402, wire.ClassQuota},
		{"maxConcurrentTasks", 429, wire.ClassRateLimit},
		{"unknownError", 504, wire.ClassTimeout},
		{"", 404, wire.ClassNotFound},
		{"", 400, wire.ClassValidation},
		{"", 500, wire.ClassServer},
		{"invalidWidth", 500, wire.ClassValidation},
	} {
		if got := wire.Classify(tt.code, tt.status); got != tt.want {
			t.Errorf("Classify(%q, %d) = %s, want %s", tt.code, tt.status, got, tt.want)
		}
	}
	if !(wire.Error{Code: "conflictTaskUUID"}).Conflict() || (wire.Error{Code: "conflictParameters"}).Conflict() {
		t.Error("only a conflict of the UUID counts as accepted")
	}
}

func TestEncodeLeavesOutWhatWasNotSet(t *testing.T) {
	t.Parallel()
	no := false
	got, err := wire.Encode(wire.Task{TaskType: wire.TypeVideoInference, TaskUUID: uuid, Model: "heygen:video-agent@0",
		PositivePrompt: "Hi", IncludeCost: &no, Safety: &wire.Safety{Mode: "fast"}},
		wire.Task{TaskType: wire.TypePing, Ping: true})
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"taskType":"videoInference","taskUUID":"` + uuid + `","model":"heygen:video-agent@0","positivePrompt":"Hi","safety":{"mode":"fast"},"includeCost":false},{"taskType":"ping","ping":true}]`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func FuzzWireDecode(f *testing.F) {
	for _, tt := range replies {
		f.Add([]byte(tt.body))
	}
	f.Add([]byte("<html>"))
	f.Fuzz(func(t *testing.T, body []byte) {
		r, err := wire.Decode(body)
		if err != nil {
			if len(r.Data)+len(r.Errors) > 0 {
				t.Fatal("an unreadable body gave items")
			}
			_ = err.Error()
			return
		}
		for _, e := range r.Errors {
			if e.Code == "" {
				t.Fatalf("an error without a code: %+v", e)
			}
			if strings.ContainsAny(e.Text(), "\x1b\r\n") {
				t.Fatalf("control characters reach the terminal: %q", e.Text())
			}
			wire.Classify(e.Code, 0)
		}
		for _, i := range r.Data {
			if i.Done() && i.ID() == "" && !strings.HasPrefix(i.URL(), "?") {
				t.Fatalf("a finished result without a name: %+v", i)
			}
			switch i.Status {
			case wire.StatusProcessing, wire.StatusSuccess:
			default:
				t.Fatalf("item left with status %q", i.Status)
			}
		}
		// What was decoded and written again must read the same: the server side
		// writes these very types.
		again, err := json.Marshal(map[string]any{"data": r.Data, "errors": r.Errors})
		if err != nil {
			t.Fatal(err)
		}
		r2, err := wire.Decode(again)
		if err != nil {
			t.Fatal(err)
		}
		if len(r2.Errors) < len(r.Errors) {
			t.Fatalf("errors got lost: %s", again)
		}
	})
}
