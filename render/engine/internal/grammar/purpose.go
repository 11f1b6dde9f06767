package grammar

import (
	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prose"
)

var purposes = prose.Vocabulary(
	`thank[- ]you|thanks|dankes?(?:video|film|clip)?|dankeschön|agradecimiento|remerciements?|agradecimento|ringraziament[oi]|bedank\w*`, string(brief.Thanks),
	`release notes?|changelog|what'?s new|new in version|version \d[\d.]*|v\d+\.\d+|neu(?:igkeiten)? in version|notas de (?:la )?versión|notes de version|notas de versão|note di rilascio|novedades|nouveautés|novidades|novità`, string(brief.Release),
	`onboarding|welcome|new hires?|new employees|first day|first week|einarbeitung|willkommen\w*|neue mitarbeiter\w*|bienvenida|incorporación|accueil|intégration|boas-vindas|integração|benvenuto|inserimento|ترحيب|קליטה`, string(brief.Onboarding),
	`safety|compliance|phishing|security awareness|awareness|gdpr|hipaa|anti-?bribery|safety training|training|schulung\w*|unterweisung\w*|formación|formation|treinamento|formazione|capacitación|sensibilisation|تدريب|توعية|توعوي|הדרכה|בטיחות`, string(brief.Training),
	`tutorial|how[- ]to|step[- ]by[- ]step|anleitung|guía paso|tutoriel|passo a passo|passo dopo passo`, string(brief.Tutorial),
	`outreach|prospecting|prospect|cold (?:email|video)|sales (?:message|email|video|intro)|follow-?up|vertriebs\w*|prospección|prospection|prospecção`, string(brief.Outreach),
	`demo|walk-?through|product tour|produktdemo|demostración|démonstration|demonstração|dimostrazione`, string(brief.Demo),
	`pitch|investors?|fundrais\w+|seed round`, string(brief.Pitch),
	`all-hands|town hall|actualización|atualização|aggiornamento|mise à jour|boletín|bulletin|تحديث|עדכון|quarterly|q[1-4]\b.*|weekly|monthly|internal|status update|team update|company update|update|quartals\w*|intern\w*|trimestral|trimestre|interno|interna|comunicación interna|communication interne|trimestrale|semanal|mensual|mensal|mensuel\w*|mensile|monats\w*|maand\w*|maandelijks|شهري|أسبوعي|شهرية|חודשי|שבועי|רבעוני|hebdomadaire|settimanale|wöchentlich\w*|wochen(?:bericht|rückblick|zahlen)|weekoverzicht`, string(brief.Update),
	`news|breaking|nachrichten|noticias|actualités|notícias|notizie`, string(brief.News),
	`webinar|conference|event|meetup|workshop|invitation|invite|open day|festival|invito|invitación|convite|einladung\w*|uitnodiging\w*|veranstaltung|konferenz|evento|événement|conferencia|conférence|فعالية|אירוע`, string(brief.Event),
	`hiring|recruit\w*|job (?:ad|post\w*)|we'?re hiring|career|stellen\w*|karriere|contratación|recrutement|recrutamento|assunzione|توظيف|وظيفة|وظائف|דרושים|גיוס`, string(brief.Hiring),
	`launch|announc\w+|introducing|introduce|unveil\w*|new product|launch-?\w*|produkteinführung|vorstell\w*|lanzamiento|lancement|lançamento|lancio|presentando|إطلاق|השקה|product video|promo\w*|ad|commercial|produktvideo|werbe\w*|anuncio|publicité|anúncio|pubblicità|spot|إعلان|marketing`, string(brief.Launch),
	`explainer|explain\w*|erklär\w*|explicativo|explicatif|explicativa|esplicativo|how .* works?|تعريفي|הסבר`, string(brief.Explainer),
	`youtube|tiktok|reels?|shorts|instagram|social(?: media)?|story|linkedin`, string(brief.Social),
)

// PurposeOf is what a text calls the video: a tutorial, a launch film; "" = nothing that is known.
func PurposeOf(s string) brief.Purpose { return brief.Purpose(prose.Lookup(purposes, s)) }
