// Command cloud is render with clients for artifact stores in S3, Google Cloud Storage
// and Azure Blob Storage. It is a module of its own because those clients take longer
// to download and compile than the rest of the program; everything else is the same.
//
//	go -C cmd/render/cloud build -o ~/bin/render .
package main

import (
	"os"

	"gitops.video/render/cmd/render/internal/cli"
	"gitops.video/render/render/blob"
)

func main() {
	c := cli.FromOS()
	c.Stores = blob.Schemes{"s3": openBucket, "gs": openBucket, "azblob": openBucket}
	os.Exit(cli.Main(c))
}
