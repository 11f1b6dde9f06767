package picture

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/bep/imagemeta"
)

// described are the fields of EXIF, IPTC and XMP in which people say what a picture
// shows.
var described = map[string]bool{
	"ImageDescription": true, "XPTitle": true, "XPSubject": true, "XPKeywords": true, "XPComment": true,
	"ObjectName": true, "Headline": true, "Keywords": true, "Caption-Abstract": true, "Sub-location": true, "City": true,
	"Country-PrimaryLocationName": true, "Title": true, "Description": true, "Subject": true, "Location": true, "Country": true,
}

// Words are what a picture's maker wrote into it about what it shows: title,
// description, keywords, place. A file that says nothing or is damaged gives none.
func Words(r io.ReadSeeker, name string) []string {
	var out []string
	total := 0
	tags(r, name, imagemeta.EXIF|imagemeta.IPTC|imagemeta.XMP, func(t imagemeta.TagInfo) {
		if !described[t.Tag] && !described[strings.ToUpper(t.Tag[:min(1, len(t.Tag))])+t.Tag[min(1, len(t.Tag)):]] {
			return
		}
		var all []string
		switch v := t.Value.(type) {
		case []string:
			all = v
		case []any:
			for _, x := range v {
				all = append(all, fmt.Sprint(x))
			}
		default:
			all = []string{fmt.Sprint(v)}
		}
		for _, s := range all {
			if s = strings.TrimSpace(strings.ToValidUTF8(s, " ")); s != "" && total < 4000 {
				out = append(out, s)
				total += len(s)
			}
		}
	})
	return out
}

// orientation is the EXIF orientation of a picture, 1–8; 1 when it says nothing.
func orientation(r io.ReadSeeker, name string) int {
	found := 1
	tags(r, name, imagemeta.EXIF, func(t imagemeta.TagInfo) {
		if t.Tag != "Orientation" {
			return
		}
		if v, ok := t.Value.(uint16); ok && v >= 1 && v <= 8 {
			found = int(v)
		}
	})
	return found
}

var formats = map[string]imagemeta.ImageFormat{".jpg": imagemeta.JPEG, ".jpeg": imagemeta.JPEG, ".png": imagemeta.PNG, ".webp": imagemeta.WebP}

// tags calls f for the metadata of a picture, up to where it is damaged.
func tags(r io.ReadSeeker, name string, from imagemeta.Source, f func(imagemeta.TagInfo)) {
	format, ok := formats[strings.ToLower(filepath.Ext(name))]
	if !ok {
		return
	}
	// What cannot be read says nothing: metadata never decides whether a picture is good.
	_, _ = imagemeta.Decode(imagemeta.Options{R: r, ImageFormat: format, Sources: from, LimitNumTags: 500, LimitTagSize: 8000,
		HandleTag: func(t imagemeta.TagInfo) error { f(t); return nil }})
}
