import type { Token, Tokens } from 'marked';
import { spellControls } from '../../checks/describe-value.ts';
import type { Style } from '../style.ts';

/** The entities that people write by hand; the lexer leaves them to whoever renders. */
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** The tokens within one block as a styled text; a forced line break is a newline. */
export function renderInline(tokens: readonly Token[], style: Style): string {
  return tokens.map((token) => renderToken(token, style)).join('');
}

function renderToken(token: Token, style: Style): string {
  const within = () => renderInline(('tokens' in token ? token.tokens : undefined) ?? [], style);
  switch (token.type) {
    case 'strong':
      return style.bold(within());
    case 'em':
      return style.italic(within());
    case 'del':
      return `~~${within()}~~`;
    case 'codespan':
      return renderCode((token as Tokens.Codespan).text, style);
    case 'br':
      return '\n';
    case 'link':
      return renderLink(token as Tokens.Link, within(), style);
    case 'image':
      return `${plain((token as Tokens.Image).text)} (${plain((token as Tokens.Image).href)})`;
    case 'escape':
      return plain((token as Tokens.Escape).text);
    case 'html':
      return token.raw.startsWith('<!--') ? '' : plain(token.raw);
    default:
      return 'tokens' in token && token.tokens ? within() : plain(textOf(token));
  }
}

/** Without colours the backticks stay: they are what tells code from words. */
function renderCode(code: string, style: Style): string {
  const shown = plain(code);
  const painted = style.cyan(shown);
  return painted === shown ? `\`${shown}\`` : painted;
}

function renderLink({ href }: Tokens.Link, text: string, style: Style): string {
  const url = plain(href);
  const bare = text === url || `mailto:${text}` === url;
  return bare ? style.cyan(url) : `${text} (${style.cyan(url)})`;
}

/** One line, with its entities decoded and nothing in it that a terminal would obey. */
function plain(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ').replaceAll('\t', ' ');
  return spellControls(
    line.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (name) => entities[name] ?? name),
  );
}

function textOf(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
}
