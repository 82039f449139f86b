import { message, t } from '../../shared/i18n';

/** A job by its key; one that this screen does not know by the key itself. */
export const jobName = (job: string): string => message(`admin.jobs.${job}`) ?? job;

/** A project by its key; `null` stands for all of them. */
export const projectName = (project: string | null): string => project ?? t('admin.allProjects');

/** A part of Docket's storage. */
export const storeName = (store: string): string => message(`admin.person.stores.${store}`) ?? store;
