/** The day of citing, where the reader is: `2026-11-21`. */
export function today(): string {
  const day = new Date();
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}
