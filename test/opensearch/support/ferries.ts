/** Signs of which names are made: each pair is one name, and no other name holds it. */
const FIRST = '霁岚澄砚芷蘅翊昀珩霖溪鹭槿棠笙岫汀蓼苇葭苒茗荻芙蕖菱萱莳菡薇';
const SECOND = '渚浦汊矶洲滩湾屿坞垱塘堰埠泺洑浜沚澍沅澧泖湄涘沣洮浔涑渌溆滏';

/** An article of its own, with the question that only it answers. */
export interface Ferry {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly question: string;
}

/** The `i`-th of 900. */
export function ferry(i: number): Ferry {
  const name = `${FIRST[Math.floor(i / SECOND.length)]}${SECOND[i % SECOND.length]}`;
  const [hour, minute] = [17 + (i % 6), 10 + (i % 49)];
  return {
    name,
    file: `${String(i).padStart(3, '0')}.txt`,
    text: `${name}渡口末班船\n\n${name}渡口的末班船晚上${hour}点${minute}分开，风大时停航，由船工值守。\n`,
    question: `${name}渡口的末班船几点开？`,
  };
}
