//go:build cloud

package blob_test

import (
	"strings"
	"testing"

	"gitops.video/render/render/blob"
)

// Options that a cloud's client does not know are its error, with the store's name.
func TestCloudsRefuse(t *testing.T) {
	t.Parallel()
	for _, store := range []string{"azblob://videos", "gs://videos"} {
		if _, err := blob.Open(t.Context(), store+"?cat=1", ""); err == nil || !strings.HasPrefix(err.Error(), store+": ") {
			t.Errorf("%s: %v", store, err)
		}
	}
}
