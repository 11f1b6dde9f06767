// Command render turns video manifests kept in git into finished videos, and
// renders again only what changed.
package main

func main() {}
