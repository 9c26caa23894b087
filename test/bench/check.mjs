import { fileURLToPath } from 'node:url';
import { labs, readValues } from './labs.mjs';
import { time, timePairs } from './measure.mjs';
import { packLab } from './package.mjs';

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** `labs check` of a step with ten checks beside two scripts that find out the same. */
export async function benchCheck({ runs, env, work }) {
  const bin = await packLab(script('lab'), `${work}/package`);
  try {
    await labs(bin, ['start', 'bench-ten', '--auto'], env);
    const values = { ...env, ...(await readValues(bin, 'bench-ten', env)) };
    const check = () => time([process.execPath, bin, 'check', 'bench-ten'], { env });
    const rows = [];
    for (const [name, aim] of [
      ['check-naive.sh', 0.5],
      ['check-batched.sh', 1],
    ]) {
      const other = () => time(['bash', script(name)], { env: values });
      await check();
      await other();
      const timed = await timePairs(runs, check, other);
      rows.push({ what: 'labs check, ten checks', beside: name, aim, ...timed });
    }
    return { rows, notes: [] };
  } finally {
    await labs(bin, ['clean', 'bench-ten'], env);
  }
}
