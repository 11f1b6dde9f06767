package motion

import (
	"sort"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
)

// iconSet holds the icons on a grid of 24: parts divided by |, each r (x y w h
// radius), c (x y radius) or p (an SVG path); a part with * is also filled.
var iconSet = map[string]string{
	"battery":   "r 2 7 17 10 2.6|p M22 10.5v3|p M11.3 9.3 8.6 12.3h3.4L9.8 15",
	"bolt":      "*p M13 2.5 4.5 13.5h6.2L10 21.5l8.8-11.4h-6.4z",
	"building":  "*p M4 21V5.5a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2V21|p M15 9.5h3a2 2 0 0 1 2 2V21M2.5 21h19M7.8 8h3.4M7.8 12h3.4M7.8 16h3.4",
	"sun":       "*c 12 12 4.2|p M12 2.2v2.4M12 19.4v2.4M2.2 12h2.4M19.4 12h2.4M5.1 5.1l1.7 1.7M17.2 17.2l1.7 1.7M5.1 18.9l1.7-1.7M17.2 6.8l1.7-1.7",
	"coin":      "*p M3.5 8c0-1.9 3.6-3.5 8-3.5s8 1.6 8 3.5-3.6 3.5-8 3.5-8-1.6-8-3.5z|p M3.5 8v4c0 1.9 3.6 3.5 8 3.5s8-1.6 8-3.5V8M3.5 12v4c0 1.9 3.6 3.5 8 3.5s8-1.6 8-3.5v-4",
	"leaf":      "*p M6.5 17.5C5.5 9.5 10 4.8 20 4.5c.6 9.6-4 14.4-12 13.2|p M4 21c1.2-5 4.5-8.6 9-10.5",
	"shield":    "*p M12 2.8l7.8 2.9v5.6c0 4.9-3.3 8.2-7.8 9.9-4.5-1.7-7.8-5-7.8-9.9V5.7z|p M8.6 12l2.4 2.4 4.4-4.7",
	"plug":      "p M9 2.5v5M15 2.5v5M12 16.6v5|*p M6.5 7.5h11v3.6a5.5 5.5 0 0 1-11 0z",
	"users":     "*c 9 8 3.4|*p M2.6 19.8a6.4 6.4 0 0 1 12.8 0z|p M16 4.9a3.3 3.3 0 0 1 0 6.2M17.8 14a6 6 0 0 1 3.7 5.8",
	"calendar":  "*r 3.5 5 17 15.5 2.6|p M3.5 10h17M8 2.8v3.7M16 2.8v3.7",
	"phone":     "*r 6.5 2.5 11 19 2.6|p M10.5 18.3h3",
	"chart":     "p M4 4v14a2 2 0 0 0 2 2h14|p M8 15l3.5-4.5 3 2.5L20 7",
	"clock":     "*c 12 12 9|p M12 6.8v5.5l3.5 2.1",
	"doc":       "*p M6 3h8l4.5 4.5V19a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z|p M8 12.5h6.5M8 16.3h4.5",
	"check":     "p M5 12.5l4.5 4.5L19 7.5",
	"x":         "p M6.5 6.5l11 11M17.5 6.5l-11 11",
	"arrow":     "p M4.5 12h15M13.5 6l6 6-6 6",
	"home":      "*p M4 11l8-7 8 7v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2z|p M10 21v-6h4v6",
	"euro":      "*c 12 12 9|p M15.2 8.6a4.4 4.4 0 1 0 0 6.8M7.2 10.8h5.3M7.2 13.2h4.6",
	"dollar":    "*c 12 12 9|p M14.8 9.2c-.5-1.1-1.5-1.7-2.8-1.7-1.6 0-2.8.8-2.8 2.2 0 3.1 5.8 1.5 5.8 4.7 0 1.4-1.3 2.3-3 2.3-1.5 0-2.7-.7-3.1-1.9M12 5.8v12.4",
	"globe":     "*c 12 12 9|p M3 12h18M12 3c2.6 2.6 3.8 5.6 3.8 9s-1.2 6.4-3.8 9c-2.6-2.6-3.8-5.6-3.8-9S9.4 5.6 12 3",
	"lock":      "*r 4.5 10.5 15 10.5 2.6|p M8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2.5",
	"key":       "*c 8 15.5 4.5|p M11.3 12.3 20 3.6M16.5 7.1l3 3",
	"mail":      "*r 3 5.5 18 13.5 2.6|p M4 7.5l8 6 8-6",
	"chat":      "*p M4 6.5a2.5 2.5 0 0 1 2.5-2.5h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z|p M8 8.5h8M8 11.8h5",
	"heart":     "*p M12 20.3C5.5 16 3 12.7 3 9.2 3 6.5 5 4.5 7.6 4.5c1.8 0 3.4 1 4.4 2.6 1-1.6 2.6-2.6 4.4-2.6C19 4.5 21 6.5 21 9.2c0 3.5-2.5 6.8-9 11.1z",
	"star":      "*p M12 3l2.7 5.7 6.3.8-4.6 4.3 1.2 6.2-5.6-3.1L6.4 20l1.2-6.2L3 9.5l6.3-.8z",
	"rocket":    "*p M12 2.8c3.3 2.5 4.8 5.6 4.8 9.2l-1.6 4.5H8.8L7.2 12c0-3.6 1.5-6.7 4.8-9.2z|c 12 9.8 1.7|p M7.3 12.3 4.5 15.5v3.3l4-2M16.7 12.3l2.8 3.2v3.3l-4-2M12 18.5v3",
	"gear":      "*c 12 12 6.2|c 12 12 2.3|p M12 2.6v3.2M12 18.2v3.2M2.6 12h3.2M18.2 12h3.2M5.4 5.4l2.2 2.2M16.4 16.4l2.2 2.2M5.4 18.6l2.2-2.2M16.4 7.6l2.2-2.2",
	"code":      "p M8.5 6.5 3 12l5.5 5.5M15.5 6.5 21 12l-5.5 5.5M13.5 4.5l-3 15",
	"cloud":     "*p M7 18.5a4.5 4.5 0 0 1-.4-9 6 6 0 0 1 11.5 1.1 4 4 0 0 1-.6 7.9z",
	"database":  "*p M4.5 6c0-1.7 3.4-3 7.5-3s7.5 1.3 7.5 3v12c0 1.7-3.4 3-7.5 3s-7.5-1.3-7.5-3z|p M4.5 6c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3M4.5 12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3",
	"server":    "*r 3.5 4 17 7 2|*r 3.5 13 17 7 2|p M7.5 7.5h.1M7.5 16.5h.1M12 7.5h5M12 16.5h5",
	"cpu":       "*r 6 6 12 12 2.4|r 9.5 9.5 5 5 1|p M9 2.8V6M15 2.8V6M9 18v3.2M15 18v3.2M2.8 9H6M2.8 15H6M18 9h3.2M18 15h3.2",
	"wifi":      "p M3 9.5a13 13 0 0 1 18 0M6 13a8.7 8.7 0 0 1 12 0M9 16.3a4.4 4.4 0 0 1 6 0M12 19.5h.1",
	"camera":    "*p M4.5 7.5h3l1.7-2.7h5.6l1.7 2.7h3A1.8 1.8 0 0 1 21.3 9.3v8.4a1.8 1.8 0 0 1-1.8 1.8h-15a1.8 1.8 0 0 1-1.8-1.8V9.3a1.8 1.8 0 0 1 1.8-1.8z|c 12 13.2 3.6",
	"play":      "*c 12 12 9|p M10 8.3v7.4l6-3.7z",
	"mic":       "*r 8.8 2.8 6.4 11.5 3.2|p M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3.2M8.8 21.2h6.4",
	"music":     "*c 7 17.5 2.8|*c 17.2 15.5 2.8|p M9.8 17.5V6l10.2-2v11.5",
	"image":     "*r 3 4.5 18 15 2.6|c 8.5 9.7 1.7|p M4 17.5l5-4.5 3.5 3 3.5-4 4.5 4.5",
	"map":       "*p M3.5 6.5l5.5-2.5 6 2.5 5.5-2.5v13.5L15 20l-6-2.5L3.5 20z|p M9 4v13.5M15 6.5V20",
	"pin":       "*p M12 21.5c-4.7-5-7-8.6-7-11.7a7 7 0 0 1 14 0c0 3.1-2.3 6.7-7 11.7z|c 12 9.8 2.5",
	"truck":     "*p M2.5 6.5h11.5v10H2.5z|*p M14 10h4l3.5 3.3v3.2H14z|c 6.7 17.5 2|c 17.3 17.5 2",
	"box":       "*p M12 2.8l8.5 4.5v9.4L12 21.2l-8.5-4.5V7.3z|p M3.8 7.5l8.2 4.3 8.2-4.3M12 11.8v9.2M7.8 5.2l8.4 4.4",
	"cart":      "*p M5.8 7.5h14.7l-1.8 8H7.5z|p M2.5 4h2.7l2.3 11.5|c 9 19.3 1.5|c 17 19.3 1.5",
	"bag":       "*p M5 8h14l1 12.5H4z|p M8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5",
	"tag":       "*p M3.5 3.5h8l9 9-8 8-9-9z|c 8 8 1.4",
	"percent":   "*c 7.5 7.5 3|*c 16.5 16.5 3|p M18.5 5.5l-13 13",
	"wallet":    "*p M4 6.5h14.5a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h11.5|p M20.5 11.3H16a1.9 1.9 0 0 0 0 3.8h4.5",
	"card":      "*r 2.8 5 18.4 14 2.6|p M2.8 9.8h18.4M6.5 15h4",
	"bank":      "*p M3 9.5 12 4l9 5.5z|p M5.5 12v6M10 12v6M14 12v6M18.5 12v6M3.5 20.5h17",
	"scale":     "p M12 4v16M8 20h8M5 6.5h14|*p M5 6.5l-2.5 6.5a2.7 2.7 0 0 0 5 0z|*p M19 6.5l-2.5 6.5a2.7 2.7 0 0 0 5 0z",
	"target":    "*c 12 12 9|c 12 12 5|c 12 12 1.2",
	"flag":      "*p M5.5 4c3-1.5 5.5 1.3 8.5 0 1.6-.7 3-.8 4.5-.3v9.8c-1.5-.5-2.9-.4-4.5.3-3 1.3-5.5-1.5-8.5 0z|p M5.5 3v18.5",
	"trophy":    "*p M7.5 4h9v5.5a4.5 4.5 0 0 1-9 0z|p M7.5 5.5H4.3c0 3 1.2 4.8 3.5 5.3M16.5 5.5h3.2c0 3-1.2 4.8-3.5 5.3M12 14v3.5M8.3 20.5h7.4M9.5 17.5h5",
	"bulb":      "*p M9 16.5c-2.3-1.3-3.5-3.3-3.5-5.8a6.5 6.5 0 0 1 13 0c0 2.5-1.2 4.5-3.5 5.8z|p M9.5 19h5M10.5 21.5h3",
	"book":      "*p M12 6.5C10 5 7 4.3 3.5 4.5v13.5c3.5-.2 6.5.5 8.5 2 2-1.5 5-2.2 8.5-2V4.5C17 4.3 14 5 12 6.5z|p M12 6.5v13.5",
	"pencil":    "*p M4 20l1-4.5L16 4.5a2.1 2.1 0 0 1 3 0l.5.5a2.1 2.1 0 0 1 0 3L8.5 19z|p M14 6.5l3.5 3.5",
	"layers":    "*p M12 3.5l9 4.5-9 4.5L3 8z|p M3 12l9 4.5 9-4.5M3 16l9 4.5 9-4.5",
	"grid":      "*r 3.5 3.5 7 7 2|r 13.5 3.5 7 7 2|r 3.5 13.5 7 7 2|*r 13.5 13.5 7 7 2",
	"search":    "*c 10.5 10.5 6.8|p M15.5 15.5l5.5 5.5",
	"refresh":   "p M20 11a8 8 0 0 0-14-4L3.5 9.5M3.5 4v5.5H9M4 13a8 8 0 0 0 14 4l2.5-2.5M20.5 20v-5.5H15",
	"link":      "p M10 14a4.3 4.3 0 0 0 6.3.3l3-3a4.3 4.3 0 0 0-6-6l-1.5 1.5M14 10a4.3 4.3 0 0 0-6.3-.3l-3 3a4.3 4.3 0 0 0 6 6l1.5-1.5",
	"download":  "p M12 3.5v11M7.5 10.5l4.5 4.5 4.5-4.5M4 16.5v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2",
	"upload":    "p M12 15V4M7.5 8l4.5-4.5L16.5 8M4 16.5v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2",
	"bell":      "*p M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15z|p M10 21.3h4M12 3v2",
	"gift":      "*r 3.5 8.5 17 4 1|*p M5 12.5h14v6.5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2z|p M12 8.5V21M12 8.5C9 8.5 7 7.3 7 5.5c0-2.8 4-2.5 5 3 1-5.5 5-5.8 5-3 0 1.8-2 3-5 3",
	"fire":      "*p M12 21.3c-4 0-6.8-2.7-6.8-6.5 0-4.5 4.3-6.3 4.8-11.8 4 2 5.3 5 5 7.8 1-.4 1.5-1.2 1.8-2.1 1.4 1.7 2 3.7 2 6 0 4-2.8 6.6-6.8 6.6z",
	"drop":      "*p M12 2.8c4.3 5 6.5 8.6 6.5 11.7a6.5 6.5 0 0 1-13 0c0-3.1 2.2-6.7 6.5-11.7z|p M9 15a3.2 3.2 0 0 0 2.5 3",
	"wind":      "p M3 9h11a2.7 2.7 0 1 0-2.6-3.5M3 13h15.5a2.7 2.7 0 1 1-2.6 3.5M3 17h7.5a2.3 2.3 0 1 1-2.2 3",
	"snow":      "p M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.8 12 7l2.5-2.2M9.5 19.2 12 17l2.5 2.2",
	"moon":      "*p M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
	"tree":      "*p M12 2.8l6 8h-3l4 6H5l4-6H6z|p M12 16.8v4.4",
	"car":       "*p M3.5 12.5l2-5.5a2 2 0 0 1 1.9-1.3h9.2A2 2 0 0 1 18.5 7l2 5.5v5h-17z|c 7.5 17.5 1.8|c 16.5 17.5 1.8|p M4 12h16",
	"plane":     "*p M21 3.5 3 10.5l7 3.5 3.5 7z|p M10 14l5-5",
	"factory":   "*p M3 20.5V10l6 3.5V10l6 3.5V5h5v15.5z|p M7 17h1.5M11.5 17H13M16 17h1.5",
	"wrench":    "*p M20.3 7.2l-3.6 3.6-3.5-3.5 3.6-3.6a5.5 5.5 0 0 0-7 7L3.5 17a2.5 2.5 0 0 0 3.5 3.5l6.3-6.3a5.5 5.5 0 0 0 7-7z",
	"pulse":     "p M2.5 12.5h4.5l2.5-7 4 13 2.7-6h5.3",
	"medical":   "*r 3.5 3.5 17 17 4|p M12 8v8M8 12h8",
	"pill":      "*p M5 12.5 12.5 5a4.6 4.6 0 0 1 6.5 6.5L11.5 19A4.6 4.6 0 0 1 5 12.5z|p M8.8 8.8l6.5 6.5",
	"coffee":    "*p M4 9h13v6.5a4.5 4.5 0 0 1-4.5 4.5h-4A4.5 4.5 0 0 1 4 15.5z|p M17 10.5h1.3a2.5 2.5 0 0 1 0 5H17M8 3v3M12.5 3v3",
	"food":      "p M6.5 3v18M4 3v4.5a2.5 2.5 0 0 0 5 0V3|*p M17.5 3c-2.3 1.5-3.5 4.5-3.5 9.5h3.5z|p M17.5 12.5V21",
	"school":    "*p M12 4.5l10 4.8-10 4.8L2 9.3z|p M6.5 11.5v5c3.3 2.7 7.7 2.7 11 0v-5M22 9.3v6",
	"thumb":     "*p M7.5 10.5l4-7.5c1.7 0 2.7 1.2 2.4 2.9l-.6 3.6h5a2 2 0 0 1 2 2.4l-1.3 6.6a2 2 0 0 1-2 1.5H7.5z|p M7.5 10.5H3.5V20h4",
	"smile":     "*c 12 12 9|p M8.3 14.3a4.5 4.5 0 0 0 7.4 0M9 9.5h.1M15 9.5h.1",
	"eye":       "*p M2.5 12C5 7.7 8.2 5.5 12 5.5s7 2.2 9.5 6.5c-2.5 4.3-5.7 6.5-9.5 6.5S5 16.3 2.5 12z|c 12 12 3",
	"alert":     "*p M12 3.5l9.5 16.5h-19z|p M12 9.5v5M12 17.3h.1",
	"info":      "*c 12 12 9|p M12 11v5.5M12 7.7h.1",
	"question":  "*c 12 12 9|p M9.5 9.5a2.6 2.6 0 1 1 3.8 2.3c-.9.5-1.3 1-1.3 2.2M12 16.8h.1",
	"puzzle":    "*p M4 8h4.5a2.2 2.2 0 1 1 4.3 0H17v4.3a2.2 2.2 0 1 1 0 4.4V21H4z",
	"flask":     "*p M9.5 3v6L4 18.5A1.7 1.7 0 0 0 5.5 21h13a1.7 1.7 0 0 0 1.5-2.5L14.5 9V3|p M8 3h8M7 15h10",
	"robot":     "*r 4 8 16 11.5 3|p M12 8V4.5M9 13h.1M15 13h.1M9.5 16.3h5M1.8 12.5v3M22.2 12.5v3|c 12 3.5 1",
	"monitor":   "*r 2.8 4 18.4 12.5 2.4|p M8.5 20.5h7M12 16.5v4",
	"laptop":    "*r 4.5 5 15 10.5 2|p M2 19h20",
	"user":      "*c 12 8 4|*p M4.5 20.5a7.5 7.5 0 0 1 15 0z",
	"briefcase": "*r 3 7.5 18 12.5 2.6|p M8.5 7.5V6a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v1.5M3 13h18",
	"hammer":    "*p M13.5 3.5l7 7-3 3-7-7z|p M13 9 4 18a1.8 1.8 0 0 0 2.5 2.5l9-9",
	"list":      "p M9 6.5h11.5M9 12h11.5M9 17.5h11.5M4 6.5h.1M4 12h.1M4 17.5h.1",
	"trend":     "p M3.5 17l6-6 4 4 7-7.5M15 7.5h5.5V13",
	"bars":      "*r 4 12 4 8 1|*r 10 7 4 13 1|*r 16 3.5 4 16.5 1",
	"pie":       "*c 12 12 9|p M12 3v9h9M12 12l-6.3 6.3",
	"hand":      "*p M7 12V6.5a1.6 1.6 0 0 1 3.2 0V5a1.6 1.6 0 0 1 3.2 0v1.5a1.6 1.6 0 0 1 3.2 0V9a1.5 1.5 0 0 1 3 0v5.5c0 4-2.6 6.7-6.6 6.7-3 0-4.8-1.2-6.3-3.7L3.8 13a1.6 1.6 0 0 1 2.6-1.7z",
	"handshake": "p M2.5 7.5 7 6l5 2 5-2 4.5 1.5M2.5 15.5 5 17l4 3.5a1.6 1.6 0 0 0 2.2 0M21.5 15.5 19 17|*p M12 8 8.5 11.5a1.7 1.7 0 0 0 2.5 2.2l1.7-1.5L19 17.5a1.7 1.7 0 0 1-2.3 2.4l-.7-.6a1.7 1.7 0 0 1-2.4 1.8L11.2 20.5",
	"plus":      "p M12 4.5v15M4.5 12h15",
	"minus":     "p M4.5 12h15",
	"quote":     "*p M4 17.5v-5C4 8.5 6 6.3 9.5 5.5M4 12.5h5.5v5H4z|*p M14 17.5v-5c0-4 2-6.2 5.5-7M14 12.5h5.5v5H14z",
	"timer":     "*c 12 13.5 7.5|p M12 9.5v4l2.5 1.5M9.5 2.8h5M18.5 6l1.5 1.5",
	"water":     "p M3 8c2-1.7 4-1.7 6 0s4 1.7 6 0 4-1.7 6 0M3 13c2-1.7 4-1.7 6 0s4 1.7 6 0 4-1.7 6 0M3 18c2-1.7 4-1.7 6 0s4 1.7 6 0 4-1.7 6 0",
	"recycle":   "p M9 5.5l3-2.5 3 5M7.5 9 4 15.5a2 2 0 0 0 1.8 3H9M15 8l4.5 7a2 2 0 0 1-1.8 3H13M15.5 15.5 13 18l2.5 2.5M5 9.5 7.5 9l.8 2.5",
	"spark":     "*p M12 3c.9 5 3 7.5 8.5 9-5.5 1.5-7.6 4-8.5 9-.9-5-3-7.5-8.5-9C9 10.5 11.1 8 12 3z",
}

// iconWords leads from words of a title to an icon.
var iconWords = map[string]string{}

func init() {
	for name, words := range map[string]string{
		"battery": "battery storage store charge charging akku batterie", "bolt": "power electricity energy fast speed quick instant strom boost",
		"building": "apartments tenants property building company office enterprise block flats tower headquarters", "sun": "sun solar day summer morning light bright",
		"coin": "saving savings save saves credit money", "euro": "euro euros eur", "dollar": "dollar dollars price cost costs pay pays pricing budget cash earn revenue profit income",
		"leaf": "green eco sustainable clean nature climate leaf carbon emissions organic", "shield": "insurer cover covered shield secure security safe safety protect protection guarantee warranty insured insurance trust backup defend",
		"plug": "wiring wire wires cable cables plug connect socket integration integrations install installs plugin", "users": "users people team residents customers community members staff together neighbours neighbors audience vote everyone family tenants",
		"calendar": "calendar month date week year schedule plan day annual daily weekly monthly contract booking appointment", "phone": "phone app mobile smartphone call device",
		"chart": "chart analytics data statistics metrics insight insights results report reports dashboard split measure track", "clock": "clock time hours hour minutes waiting wait evening midnight late early",
		"doc": "log record records history document paper policy form plan survey permit permits contract file files invoice certificate rules terms", "check": "done check verified approve approved confirm complete", "home": "own home house household apartment rent roof",
		"globe": "globe world global international web internet online countries region website", "lock": "lock private privacy encrypted password locked", "key": "key access login unlock ownership",
		"mail": "mail email inbox newsletter letter message", "chat": "text texts sms chat talk conversation feedback comment support ask discuss reply speak", "heart": "heart love care health favourite favorite loyalty", "star": "star quality best rating review premium excellent top",
		"rocket": "rocket launch start startup ship release deploy growth faster", "gear": "gear settings process automation automatic configure engine machine system setup operations", "code": "code developer developers api software programming git commit script",
		"cloud": "cloud hosting saas sync", "database": "database sql records warehouse", "server": "hub server servers infrastructure cluster node", "cpu": "cpu chip hardware compute processor ai artificial intelligence model",
		"wifi": "wifi network wireless signal connection", "camera": "camera photo photos video film record", "play": "play watch stream demo tutorial", "mic": "mic microphone voice podcast audio narration", "music": "music sound song",
		"image": "image picture design visual gallery", "map": "map route travel journey area districts", "pin": "location place address street city local where site", "truck": "truck delivery deliver shipping logistics transport",
		"box": "box package product parcel inventory stock", "cart": "cart shop shopping buy order checkout purchase store", "bag": "bag retail fashion", "tag": "tag label discount offer deal sale", "percent": "percent rate share interest tax",
		"wallet": "wallet payment payments spend", "card": "card cards banking subscription", "bank": "bank finance government institution loan invest", "scale": "law legal fair compliance balance compare justice regulation", "target": "target goal aim focus objective accuracy precise",
		"flag": "flag milestone finish mission", "trophy": "trophy win winner award success champion", "bulb": "bulb idea ideas innovation learn tip think insight", "book": "book read guide manual story lesson documentation", "pencil": "pencil write edit draft note sign",
		"layers": "layers stack levels platform", "grid": "grid modules apps tiles", "search": "search find discover explore research", "refresh": "refresh update again repeat renew cycle switch", "link": "link url chain", "download": "download receive import",
		"upload": "upload send export publish", "bell": "alerts bell alert notify notification remind reminder alarm", "gift": "gift bonus free reward present", "fire": "fire hot heat heating warm", "drop": "leak leaks leaking drip drips flood flooding valve tap pipe pipes moisture drop water liquid oil", "wind": "wind air breeze ventilation",
		"snow": "snow cold winter cool cooling freeze", "moon": "moon night sleep overnight dark", "tree": "tree forest plant garden wood", "car": "car drive vehicle driving auto electric", "plane": "plane fly flight trip holiday", "factory": "factory industry production manufacturing plant",
		"wrench": "plumber technician engineer diy wrench repair fix maintenance tools service crew build built", "pulse": "sensor sensors detect detects feel feels pulse monitor monitoring activity vital live", "medical": "medical hospital doctor clinic patient", "pill": "pill medicine drug pharmacy", "coffee": "coffee cafe break cup", "food": "food restaurant meal cook cooks kitchen eat",
		"school": "school education university training student students course teach", "thumb": "like good recommend agree easy simple", "smile": "happy smile satisfaction satisfied enjoy", "eye": "see view vision visible transparent look preview", "alert": "warning risk danger caution problem error phishing",
		"info": "info information about details", "question": "question why unknown doubt", "puzzle": "puzzle solution fit module extension", "flask": "science lab test testing experiment chemistry", "robot": "robot bot agent assistant", "monitor": "monitor screen desktop display computer", "laptop": "laptop remote work workspace",
		"user": "user person customer profile account you me resident", "briefcase": "business job career work professional", "hammer": "construction build craft", "list": "list tasks todo steps checklist agenda", "trend": "trend growth grow increase rise more scale up", "bars": "bars compare volume", "pie": "portion segment market",
		"hand": "hand stop touch control hold", "handshake": "agreement partner partnership deal handshake join", "plus": "add plus extra new", "minus": "less reduce without", "timer": "timer seconds deadline fast minutes", "water": "sea ocean river wave", "recycle": "recycle reuse circular waste", "spark": "magic new smart spark brilliant special",
	} {
		for _, w := range strings.Fields(words) {
			if old, ok := iconWords[w]; !ok || name < old {
				iconWords[w] = name
			}
		}
	}
}

// iconFor picks an icon: the one asked for, else by the words of the texts, else by
// position so that neighbours differ.
func iconFor(asked string, i int, texts ...string) string {
	if k := strings.ToLower(strings.TrimSpace(asked)); k != "" {
		if _, ok := iconSet[k]; ok {
			return k
		}
		texts = append([]string{asked}, texts...)
	}
	for _, t := range texts {
		for _, w := range keysOf(t) {
			for _, form := range []string{w, strings.TrimSuffix(w, "s"), strings.TrimSuffix(w, "ing"), strings.TrimSuffix(w, "ed")} {
				if n, ok := iconWords[form]; ok {
					return n
				}
				if _, ok := iconSet[form]; ok {
					return form
				}
			}
		}
	}
	plain := []string{"spark", "layers", "target", "star", "check", "bulb", "grid", "arrow"}
	return plain[i%len(plain)]
}

// iconNames lists the set, sorted.
func iconNames() []string {
	out := make([]string, 0, len(iconSet))
	for n := range iconSet {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}

// iconShape is one part of an icon on the grid of 24.
type iconShape struct {
	path   *raster.Path
	filled bool
}

func iconShapes(name string) []iconShape {
	var out []iconShape
	for _, part := range strings.Split(iconSet[name], "|") {
		s := iconShape{}
		part, s.filled = strings.TrimPrefix(part, "*"), strings.HasPrefix(part, "*")
		if len(part) < 3 {
			continue
		}
		switch part[0] {
		case 'p':
			s.path = svgPath(part[2:])
		default:
			var v []float64
			for _, f := range strings.Fields(part[2:]) {
				n, _ := strconv.ParseFloat(f, 64)
				v = append(v, n)
			}
			s.path = &raster.Path{}
			if part[0] == 'c' && len(v) == 3 {
				s.path.Circle(v[0], v[1], v[2])
			} else if part[0] == 'r' && len(v) == 5 {
				s.path.RoundRect(v[0], v[1], v[2], v[3], v[4])
			}
		}
		out = append(out, s)
	}
	return out
}

// drawIcon paints an icon with its corner at (x, y) of the canvas's user space.
func drawIcon(cv *raster.Canvas, st look.Style, name string, x, y, size float64, col look.RGB, stroke float64) {
	if stroke == 0 {
		stroke = st.IconStroke
	}
	ctm := cv.CTM
	cv.CTM = ctm.Mul(raster.Translate(x, y)).Mul(raster.Scale(size/24, size/24))
	defer func() { cv.CTM = ctm }()
	for _, s := range iconShapes(name) {
		if s.filled && st.IconFill > 0 {
			cv.Fill(s.path, raster.Solid(col.NRGBA(1)), min(st.IconFill, .35))
		}
		cv.Fill(s.path.Stroke(stroke), raster.Solid(col.NRGBA(1)), 1)
	}
}
