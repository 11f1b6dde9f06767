package runware_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render/runware"
	"gitops.video/render/schema"
)

// openAPI has the shape of the model page's document: OpenAPI 3.1, the request an
// array of tasks, sizes as pairs of constants.
const openAPI = `{"openapi":"3.1.0","info":{"x-model-id":"heygen-video-agent","x-air-id":"heygen:video-agent@0","x-status":"live",
 "x-pricing":{"items":[{"unit":"second","price":0.05}]}},
 "components":{"schemas":{"RequestBody":{"type":"array","items":{"type":"object","properties":{
  "model":{"const":"heygen:video-agent@0"},"width":{"type":"integer"},"height":{"type":"integer"},
  "inputs":{"type":"object","properties":{"image":{"type":"string"},"avatar":{"type":"string","enum":["Zoe_public","Ada_Suit_Front_public","Zoe_public","<bad>"]}}}},
  "oneOf":[{"properties":{"width":{"const":1280},"height":{"const":720}}},{"properties":{"width":{"enum":[720]},"height":{"enum":[1280]}}},
   {"properties":{"width":{"minimum":256},"height":{"minimum":256}}}]}}}}}`

// resolved has the shape of the schema service's answer.
const resolved = `{"requestSchema":{"type":"object","properties":{"inputs":{"properties":{"avatar":{"enum":["Bob_1"]}}}},
 "x-dimensions":[{"width":1920,"height":1080},{"width":1080,"height":1920}]},"responseSchema":{},"documentation":"https://x"}`

func TestRefresh(t *testing.T) {
	t.Parallel()
	old := schema.Model{Version: "2020-01-01", Model: "heygen:video-agent@0", PricePerSecond: 0.0333, Avatars: []string{"old"},
		Sizes: []schema.Size{{Width: 640, Height: 360}}}
	today := time.Date(2030, 2, 3, 23, 0, 0, 0, time.UTC)
	for name, tt := range map[string]struct {
		docs, schemas string
		want          schema.Model
		err           string
	}{
		"model page": {docs: openAPI, want: schema.Model{Version: "2030-02-03", Model: old.Model, PricePerSecond: 0.05,
			Avatars: []string{"Ada_Suit_Front_public", "Zoe_public"}, Sizes: []schema.Size{{Width: 1280, Height: 720, Proven: true}, {Width: 720, Height: 1280, Proven: true}}}},
		"schema service": {schemas: resolved, want: schema.Model{Version: "2030-02-03", Model: old.Model, PricePerSecond: 0.0333,
			Avatars: []string{"Bob_1"}, Sizes: []schema.Size{{Width: 1920, Height: 1080, Proven: true}, {Width: 1080, Height: 1920, Proven: true}}}},
		"avatars only": {docs: `{"properties":{"avatar":{"enum":["Bob_1"]}}}`, schemas: "<html>", want: schema.Model{Version: "2030-02-03", Model: old.Model,
			PricePerSecond: 0.0333, Avatars: []string{"Bob_1"}, Sizes: old.Sizes}},
		"nothing there":   {err: "HTTP 404"},
		"nothing in them": {docs: `{}`, schemas: `{}`, err: "neither avatars nor sizes"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				doc := map[string]string{"/docs/models/heygen-video-agent/schema.json": tt.docs, "/resolve/heygen%3Avideo-agent%400": tt.schemas}[r.URL.EscapedPath()]
				if doc == "" {
					http.NotFound(w, r)
					return
				}
				fmt.Fprint(w, doc)
			}))
			defer h.Close()
			got, err := runware.Refresh(t.Context(), nil, runware.Published{Docs: h.URL + "/docs/", Schemas: h.URL}, old, today)
			if tt.err != "" {
				if err == nil || !strings.Contains(err.Error(), tt.err) || !reflect.DeepEqual(got, old) {
					t.Errorf("got %+v, %v", got, err)
				}
				return
			}
			if err != nil || !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %+v, %v\nwant %+v", got, err, tt.want)
			}
		})
	}
}
