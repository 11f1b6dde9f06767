//go:build !cloud && !s3

package blob_test

import "testing"

func TestS3NeedsTag(t *testing.T) {
	t.Parallel()
	needsTag(t, "s3://videos", "S3")
}
