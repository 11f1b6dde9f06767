import { AbsoluteFill, Composition, Easing, interpolate, registerRoot, useCurrentFrame } from "remotion";

const cards = [["Connect", "Every meter in one place"], ["Collect", "Readings as they happen"], ["Act", "Before the month is over"]];
const pages = ["Connect your meters in a minute.", "Collect every reading as it happens.", "Then act, before the month is over."];
const out = { easing: Easing.out(Easing.poly(5)), extrapolateLeft: "clamp", extrapolateRight: "clamp" };

const Caption = ({ t }) => {
  const k = pages.findIndex((_, i) => t >= 0.4 + 3 * i && t < 3.3 + 3 * i);
  if (k < 0) return null;
  const words = pages[k].split(" ");
  const now = Math.floor(((t - 0.4 - 3 * k) / 2.6) * words.length);
  return (
    <div style={{ position: "absolute", left: 0, right: 0, bottom: 58, textAlign: "center" }}>
      <div style={{ display: "inline-block", padding: "12px 26px", borderRadius: 24, background: "rgba(3,10,33,.84)", fontSize: 44, fontWeight: 680 }}>
        {words.map((w, i) => (
          <span key={i} style={{ borderRadius: 11, padding: "0 6px", background: i === now ? "#ffb224" : "transparent",
            color: i === now ? "#0b152c" : i < now ? "#fff" : "rgba(255,255,255,.66)" }}>{w + " "}</span>
        ))}
      </div>
    </div>
  );
};

const Scene = () => {
  const t = useCurrentFrame() / 30;
  const title = interpolate(t, [0.15, 0.7], [0, 1], out);
  return (
    <AbsoluteFill style={{ fontFamily: "Inter, sans-serif", color: "#f6f8fd",
      background: `radial-gradient(900px circle at ${80 + t * 0.15}% ${6 + t * 0.1}%, rgba(36,87,245,.6), transparent), radial-gradient(700px circle at 5% 100%, rgba(15,142,172,.34), transparent), linear-gradient(158deg, #091c54, #030a21)` }}>
      <h1 style={{ position: "absolute", margin: 0, left: 96, top: 130, fontSize: 72, fontWeight: 700, letterSpacing: "-0.02em",
        opacity: title, transform: `translateY(${60 * (1 - title)}px)` }}>Three steps to a lower bill</h1>
      {cards.map(([name, body], i) => {
        const k = interpolate(t, [0.6 + 2.6 * i, 1.2 + 2.6 * i], [0, 1], out);
        return (
          <div key={name} style={{ position: "absolute", left: 96 + 594 * i, top: 380, width: 540, height: 340, boxSizing: "border-box", borderRadius: 30, padding: 44,
            background: "rgba(20,36,75,.74)", border: "1px solid rgba(255,255,255,.11)", boxShadow: "0 28px 65px rgba(3,10,33,.55)",
            opacity: k, transform: `translateX(${-160 * (1 - k)}px) scale(${0.9 + 0.1 * k})` }}>
            <div style={{ width: 96, height: 96, borderRadius: 29, background: "#ffb224", marginBottom: 34 }} />
            <div style={{ fontSize: 46, fontWeight: 700, marginBottom: 12 }}>{name}</div>
            <div style={{ fontSize: 29, color: "#b3bed5" }}>{body}</div>
          </div>
        );
      })}
      <Caption t={t} />
    </AbsoluteFill>
  );
};

registerRoot(() => <Composition id="scene" component={Scene} durationInFrames={300} fps={30} width={1920} height={1080} />);
