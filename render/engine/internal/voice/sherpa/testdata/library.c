// Stands in for sherpa-onnx in a test: writes what it is given to a file "seen"
// in the model's folder and answers with a ramp.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "c-api.h"

static SherpaOnnxOfflineTtsConfig kept;
static const char *family, *first, *files[9];
static float ramp[2400];

static char *copy(const char *s) { return s ? strdup(s) : NULL; }

static void take(const char *name, const char *a, const char *b, const char *c, const char *d, const char *e,
                 const char *f, const char *g) {
  const char *all[] = {a, b, c, d, e, f, g};
  family = name;
  for (int i = 0; i < 7; i++) files[i] = copy(all[i]);
  for (int i = 0; i < 7; i++)
    if (files[i]) {
      first = files[i];
      break;
    }
}

const SherpaOnnxOfflineTts *SherpaOnnxCreateOfflineTts(const SherpaOnnxOfflineTtsConfig *c) {
  const SherpaOnnxOfflineTtsModelConfig *m = &c->model;
  kept = *c;
  kept.rule_fsts = copy(c->rule_fsts);
  kept.model.provider = copy(m->provider);
  if (m->vits.model) take("vits", m->vits.model, m->vits.tokens, m->vits.data_dir, m->vits.lexicon, m->vits.dict_dir, 0, 0);
  else if (m->matcha.acoustic_model) take("matcha", m->matcha.acoustic_model, m->matcha.vocoder, m->matcha.tokens, m->matcha.data_dir, m->matcha.lexicon, m->matcha.dict_dir, 0);
  else if (m->kokoro.model) take("kokoro", m->kokoro.model, m->kokoro.voices, m->kokoro.tokens, m->kokoro.data_dir, m->kokoro.lexicon, m->kokoro.dict_dir, m->kokoro.lang);
  else if (m->kitten.model) take("kitten", m->kitten.model, m->kitten.voices, m->kitten.tokens, m->kitten.data_dir, 0, 0, 0);
  else if (m->zipvoice.encoder) take("zipvoice", m->zipvoice.tokens, m->zipvoice.encoder, m->zipvoice.decoder, m->zipvoice.vocoder, m->zipvoice.data_dir, m->zipvoice.lexicon, 0);
  else if (m->pocket.lm_flow) take("pocket", m->pocket.lm_flow, m->pocket.lm_main, m->pocket.encoder, m->pocket.decoder, m->pocket.text_conditioner, m->pocket.vocab_json, m->pocket.token_scores_json);
  else if (m->supertonic.tts_json) take("supertonic", m->supertonic.duration_predictor, m->supertonic.text_encoder, m->supertonic.vector_estimator, m->supertonic.vocoder, m->supertonic.tts_json, m->supertonic.unicode_indexer, m->supertonic.voice_style);
  if (!first || strstr(first, "refuse")) return NULL;
  return (const SherpaOnnxOfflineTts *)&kept;
}

const SherpaOnnxGeneratedAudio *SherpaOnnxOfflineTtsGenerateWithConfig(const SherpaOnnxOfflineTts *tts, const char *text,
                                                                       const SherpaOnnxGenerationConfig *g,
                                                                       SherpaOnnxGeneratedAudioProgressCallbackWithArg callback,
                                                                       void *arg) {
  char path[4096];
  if ((void *)tts != &kept || callback || arg) return NULL;
  snprintf(path, sizeof path, "%s", first);
  strcpy(strrchr(path, '/') + 1, "seen");
  FILE *f = fopen(path, "w");
  if (!f) return NULL;
  fprintf(f, "family %s\nfiles", family);
  for (int i = 0; i < 7; i++)
    if (files[i]) fprintf(f, " %s", files[i]);
  fprintf(f, "\ntext %s\nspeaker %d speed %g\nsample %d at %d:", text, g->sid, g->speed, g->reference_audio_len, g->reference_sample_rate);
  for (int i = 0; i < g->reference_audio_len; i++) fprintf(f, " %g", g->reference_audio[i]);
  fprintf(f, "\ntranscript %s\nthreads %d on %s\nfsts %s\nsteps %d\nextra %s\n", g->reference_text, kept.model.num_threads,
          kept.model.provider, kept.rule_fsts ? kept.rule_fsts : "", g->num_steps, g->extra ? g->extra : "");
  fprintf(f, "scales %g %g %g %g\n", kept.model.zipvoice.feat_scale, kept.model.zipvoice.t_shift, kept.model.zipvoice.target_rms,
          kept.model.zipvoice.guidance_scale);
  fclose(f);
  SherpaOnnxGeneratedAudio *out = malloc(sizeof *out);
  for (int i = 0; i < 2400; i++) ramp[i] = i / 1000.0f;
  out->samples = ramp;
  out->n = 2400;
  out->sample_rate = 24000;
  return out;
}

void SherpaOnnxDestroyOfflineTtsGeneratedAudio(const SherpaOnnxGeneratedAudio *p) { free((void *)p); }
