//go:build !cloud && !s3

package blob

import (
	"context"
	"net/url"

	"gitops.video/render/render"
)

func openCloud(_ context.Context, cloud string, u *url.URL) (render.Store, error) {
	return nil, noClient(cloud, u)
}
