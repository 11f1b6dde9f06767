package wire_test

import (
	"net/http"
	"reflect"
	"testing"

	"gitops.video/render/render/wire"
)

func TestDecodeMade(t *testing.T) {
	r, err := wire.Decode([]byte(`{"data":[
		{"taskType":"videoInference","taskUUID":"u","videoURL":"https://x/1","render":{"index":1,"sidecars":{".vtt":"https://x/1.vtt"},"seconds":12.5,"width":1280,"height":720,"notes":["n"],"scenesRendered":3,"scenesReused":4}},
		{"taskType":"videoInference","taskUUID":"u","videoURL":"https://x/2","render":"of another kind"},
		{"taskType":"videoInference","taskUUID":"u","videoURL":"https://x/3","render":null},
		{"taskType":"videoInference","taskUUID":"u","videoURL":"https://x/4"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := &wire.Made{Index: 1, Sidecars: map[string]string{".vtt": "https://x/1.vtt"}, Seconds: 12.5, Width: 1280, Height: 720,
		Notes: []string{"n"}, ScenesRendered: 3, ScenesReused: 4}
	if got := r.Data[0].Render; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	for _, i := range r.Data[1:] {
		if i.Render != nil || !i.Done() {
			t.Errorf("item %+v", i)
		}
	}
}

func TestExtensionOf(t *testing.T) {
	for value, want := range map[string]int{"": 0, "1": 1, " 1 ": 1, "2": 1, "0": 0, "-1": 0, "yes": 0} {
		h := http.Header{}
		h.Set(wire.HeaderExtension, value)
		if got := wire.ExtensionOf(h); got != want {
			t.Errorf("%q: %d, want %d", value, got, want)
		}
	}
}
