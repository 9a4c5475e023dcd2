const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/**
 * Five fields of cron as EventBridge Scheduler writes them. Its days of the week begin with Sunday as 1, so that numbers become
 * names; of day of the month and day of the week one must be `?`.
 * @throws {Error} where both are said: cron means either of them, Scheduler knows only one
 */
export function toScheduleExpression(cron: string): string {
  const [minute, hour, day, month, weekday] = cron.split(' ') as [string, string, string, string, string];
  const anyDay = day === '*' || day === '?';
  const anyWeekday = weekday === '*' || weekday === '?';
  if (!anyDay && !anyWeekday)
    throw new Error(
      `Cannot schedule "${cron}": it names a day of the month and a day of the week, expected one of them`,
    );
  const days = anyWeekday ? `${anyDay ? '*' : day} ${month} ?` : `? ${month} ${nameDays(weekday)}`;
  return `cron(${minute} ${hour} ${days} *)`;
}

/** Numbers of days as names; what follows a "/" or "#" counts and is no day. */
function nameDays(field: string): string {
  return field.replace(/(?<![/#\d])[0-7](?!\d)/gu, (digit) => weekdays[Number(digit)]!).toUpperCase();
}
