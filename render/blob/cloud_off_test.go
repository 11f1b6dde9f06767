//go:build !cloud

package blob_test

import (
	"strings"
	"testing"

	"gitops.video/render/render/blob"
)

// A build without the clouds' clients says how to get one with them.
func TestCloudNeedsTag(t *testing.T) {
	t.Parallel()
	for url, cloud := range map[string]string{"s3://videos": "S3", "gs://videos/x": "Google", "azblob://videos?storage_account=a": "Azure"} {
		_, err := blob.Open(t.Context(), url, ".")
		if err == nil || !strings.Contains(err.Error(), cloud) || !strings.Contains(err.Error(), "go build -tags cloud ./cmd/render") {
			t.Errorf("%s: %v", url, err)
		}
	}
}
