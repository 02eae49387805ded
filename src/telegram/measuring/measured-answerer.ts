import type { Answerer } from '../../answering/answer.js';
import type { Question } from '../../answering/question.js';
import { isUnavailable } from '../../answering/unavailable.js';
import { type Measures, type Outcome, outcomeOf, type Surface } from './measures.js';

/** Told of a question that was asked, and of what became of it. */
export type OnAsked = (question: Question, outcome: Outcome) => void;

/**
 * An answerer whose answers are counted for a surface, with the seconds that each took.
 * @param onAsked told of those on which somebody waits for an answer: what is being typed, and buttons, ask nothing new
 */
export function measuredAnswerer(
  answerer: Answerer,
  surface: Surface,
  measures: Measures,
  onAsked: OnAsked = () => {},
): Answerer {
  const asksAnew = surface !== 'inline' && surface !== 'button';
  return {
    get version() {
      return answerer.version;
    },
    async answer(question, options) {
      const begun = performance.now();
      const end = (outcome: Outcome): void => {
        measures.answered(surface, outcome, (performance.now() - begun) / 1000);
        if (asksAnew) onAsked(question, outcome);
      };
      try {
        const answer = await answerer.answer(question, options);
        end(outcomeOf(answer));
        return answer;
      } catch (error) {
        end(isUnavailable(error) ? 'unavailable' : 'failed');
        throw error;
      }
    },
    context: (id, chars) => answerer.context(id, chars),
    article: (id) => answerer.article(id),
    clipping: (id, options) => answerer.clipping(id, options),
    summary: (titles) => answerer.summary(titles),
    completions: (typed, count) => answerer.completions(typed, count),
    examples: (count) => answerer.examples(count),
    questions: (id, count) => answerer.questions(id, count),
    meant: (question) => answerer.meant(question),
  };
}
