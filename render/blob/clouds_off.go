//go:build s3 && !cloud

package blob

const everyCloud = false
