package prompt

var purposes = words(
	`thank[- ]you|thanks|dankes?(?:video|film|clip)?|dankeschön|agradecimiento|remerciements?|agradecimento|ringraziament[oi]|bedank\w*`, string(Thanks),
	`release notes?|changelog|what'?s new|new in version|version \d[\d.]*|v\d+\.\d+|neu(?:igkeiten)? in version|notas de (?:la )?versión|notes de version|notas de versão|note di rilascio|novedades|nouveautés|novidades|novità`, string(Release),
	`onboarding|welcome|new hires?|new employees|first day|first week|einarbeitung|willkommen\w*|neue mitarbeiter\w*|bienvenida|incorporación|accueil|intégration|boas-vindas|integração|benvenuto|inserimento|ترحيب|קליטה`, string(Onboarding),
	`safety|compliance|phishing|security awareness|awareness|gdpr|hipaa|anti-?bribery|safety training|training|schulung\w*|unterweisung\w*|formación|formation|treinamento|formazione|capacitación|sensibilisation|تدريب|توعية|توعوي|הדרכה|בטיחות`, string(Training),
	`tutorial|how[- ]to|step[- ]by[- ]step|anleitung|guía paso|tutoriel|passo a passo|passo dopo passo`, string(Tutorial),
	`outreach|prospecting|prospect|cold (?:email|video)|sales (?:message|email|video|intro)|follow-?up|vertriebs\w*|prospección|prospection|prospecção`, string(Outreach),
	`demo|walk-?through|product tour|produktdemo|demostración|démonstration|demonstração|dimostrazione`, string(Demo),
	`pitch|investors?|fundrais\w+|seed round`, string(Pitch),
	`all-hands|town hall|actualización|atualização|aggiornamento|mise à jour|boletín|bulletin|تحديث|עדכון|quarterly|q[1-4]\b.*|weekly|monthly|internal|status update|team update|company update|update|quartals\w*|intern\w*|trimestral|trimestre|interno|interna|comunicación interna|communication interne|trimestrale|semanal|mensual|mensal|mensuel\w*|mensile|monats\w*|maand\w*|maandelijks|شهري|أسبوعي|شهرية|חודשי|שבועי|רבעוני|hebdomadaire|settimanale|wöchentlich\w*|wochen(?:bericht|rückblick|zahlen)|weekoverzicht`, string(Update),
	`news|breaking|nachrichten|noticias|actualités|notícias|notizie`, string(News),
	`webinar|conference|event|meetup|workshop|invitation|invite|open day|festival|veranstaltung|konferenz|evento|événement|conferencia|conférence|فعالية|אירוע`, string(Event),
	`hiring|recruit\w*|job (?:ad|post\w*)|we'?re hiring|career|stellen\w*|karriere|contratación|recrutement|recrutamento|assunzione|توظيف|وظيفة|وظائف|דרושים|גיוס`, string(Hiring),
	`launch|announc\w+|introducing|introduce|unveil\w*|new product|launch-?\w*|produkteinführung|vorstell\w*|lanzamiento|lancement|lançamento|lancio|presentando|إطلاق|השקה|product video|promo\w*|ad|commercial|produktvideo|werbe\w*|anuncio|publicité|anúncio|pubblicità|spot|إعلان|marketing`, string(Launch),
	`explainer|explain\w*|erklär\w*|explicativo|explicatif|explicativa|esplicativo|how .* works?|تعريفي|הסבר`, string(Explainer),
	`youtube|tiktok|reels?|shorts|instagram|social(?: media)?|story|linkedin`, string(Social),
)

func purposeOf(s string) Purpose { return Purpose(lookup(purposes, s)) }
