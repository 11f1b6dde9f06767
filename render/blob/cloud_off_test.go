//go:build !cloud

package blob_test

import (
	"strings"
	"testing"

	"gitops.video/render/render/blob"
)

// A build without the clouds' clients says how to get one with them.
func TestCloudsNeedTag(t *testing.T) {
	t.Parallel()
	needsTag(t, "gs://videos/x", "Google")
	needsTag(t, "azblob://videos?storage_account=a", "Azure")
}

func needsTag(t *testing.T, url, cloud string) {
	t.Helper()
	_, err := blob.Open(t.Context(), url, ".")
	if err == nil || !strings.Contains(err.Error(), cloud) || !strings.Contains(err.Error(), "go build -tags cloud ./cmd/render") {
		t.Errorf("%s: %v", url, err)
	}
}
