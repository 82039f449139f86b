export { cursorOf, pages, type PageOf } from './pages';
export { createHttp, type Http, type Requester, type RequestSpec } from './request';
