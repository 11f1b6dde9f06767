//go:build !cloud

package blob

import (
	"context"
	"fmt"
	"net/url"

	"gitops.video/render/render"
)

func openCloud(_ context.Context, cloud string, u *url.URL) (render.Store, error) {
	return nil, fmt.Errorf("this build of render has no client for %s (%s://); build it with: go build -tags cloud ./cmd/render", cloud, u.Scheme)
}
